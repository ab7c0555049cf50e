import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { NEXT_STEPS, nextSteps } from "@/lib/domain/request/next-steps";
import { QUEUE_VIEWS, STANDINGS, standingOf } from "@/lib/domain/request/queue";
import { translator } from "@/lib/i18n/translator";

const day = (date: string) => date as IsoDate;
const OPEN = {
  standing: "open",
  confirmed: true,
  gaps: [],
  closable: false,
  assigned: true,
  clockStatus: "running",
  refusalBy: day("2026-12-21"),
  today: day("2026-12-01"),
  noticeFailed: false,
  toPost: false,
  recallable: false,
  withdrawing: false,
  asked: false,
  wrote: true,
  fee: null,
  objectionAnswered: false,
  check: null,
} as const;

const DEMANDED = { standing: "replied", gaps: ["identity_demanded"] } as const;

test.each([
  ["an open request", {}, ["decide"]],
  ["nobody has it", { assigned: false }, ["assign", "decide"]],
  ["the person has replied", { standing: "replied" }, ["read_reply", "decide"]],
  ["waiting for the person", { standing: "waiting", asked: true }, ["await_reply", "decide"]],
  ["the fee notice arrived", { standing: "waiting", fee: "open" }, ["await_fee_choice", "decide"]],
  [
    "and a question",
    { standing: "waiting", fee: "open", asked: true },
    ["await_fee_choice", "await_reply", "decide"],
  ],
  [
    "the fee is objected to",
    { standing: "replied", fee: "objected", wrote: false },
    ["answer_fee_objection", "decide"],
  ],
  [
    "that and a reply",
    { standing: "replied", fee: "objected" },
    ["answer_fee_objection", "read_reply", "decide"],
  ],
  [
    "that, and proof is asked for",
    { standing: "waiting", fee: "objected", gaps: ["identity_demanded"], clockStatus: "paused" },
    ["answer_fee_objection", "await_identity"],
  ],
  ["its answer is on its way", { fee: "objected", objectionAnswered: true }, ["decide"]],
  ["they will pay", { standing: "replied", fee: "accepted", wrote: false }, ["await_payment", "decide"]],
  ["nobody chose", { fee: "unanswered" }, ["fee_unanswered", "decide"]],
  ["narrowed", { standing: "replied", fee: "narrowed" }, ["read_reply", "decide"]],
  [
    "waiting for an answer that stops the time",
    { standing: "waiting", clockStatus: "paused", asked: true },
    ["await_answer", "decide"],
  ],
  ["to be done at once", { clockStatus: "at_once" }, ["stop_now", "decide"]],
  ["the address is not confirmed yet", { confirmed: false }, ["await_confirmation"]],
  [
    "the address was never confirmed",
    { confirmed: false, closable: true },
    ["await_confirmation", "close_unconfirmed"],
  ],
  ["on the last day for a refusal", { today: day("2026-12-21") }, ["decide"]],
  ["the day after it", { today: day("2026-12-22") }, ["decide", "refusal_too_late"]],
  ["without such a day", { refusalBy: null, today: day("2027-12-22") }, ["decide"]],
  ["a letter waits to be posted", { toPost: true }, ["post_letter", "decide"]],
  ["a notice failed", { noticeFailed: true }, ["retry_notice", "decide"]],
  [
    "the answer can be taken back",
    { standing: "answer_pending", recallable: true },
    ["recall", "await_mail"],
  ],
  [
    "a withdrawal is being confirmed",
    { standing: "answer_pending", withdrawing: true },
    ["await_withdrawal"],
  ],
  ["the answer is being sent", { standing: "answer_pending" }, ["await_mail"]],
  [
    "the answer was not delivered",
    { standing: "answer_pending", noticeFailed: true, recallable: true },
    ["retry_notice", "recall"],
  ],
  ["closed", { standing: "closed" }, ["nothing"]],
  ["proof of identity is demanded", { gaps: ["identity_demanded"] }, ["await_identity"]],
  [
    "they chose a code to a known address",
    { ...DEMANDED, wrote: false, check: { state: "asked", method: "known_address" } },
    ["send_code"],
  ],
  ["a call", { ...DEMANDED, wrote: false, check: { state: "asked", method: "call_back" } }, ["call_person"]],
  [
    "to come",
    { ...DEMANDED, wrote: false, check: { state: "asked", method: "in_person" } },
    ["await_identity"],
  ],
  [
    "proof came",
    { ...DEMANDED, wrote: false, check: { state: "answered", method: "facts" } },
    ["judge_identity"],
  ],
  [
    "that and a reply",
    { ...DEMANDED, check: { state: "answered", method: "facts" } },
    ["read_reply", "judge_identity"],
  ],
  ["who it is was not shown", { gaps: ["identity_failed"] }, ["identity_failed"]],
  ["nobody has looked at the authority", { gaps: ["authority_unchecked"] }, ["check_authority"]],
  [
    "the authority was not accepted, and the address is not confirmed",
    { gaps: ["address_not_confirmed", "authority_rejected"], confirmed: false },
    ["authority_rejected", "await_confirmation"],
  ],
] as const)("%s", (_, change, steps) => {
  expect(nextSteps({ ...OPEN, ...change })).toEqual(steps);
});

test("a reply stands until there is a new question", () => {
  const at = new Date(0);
  const of = { state: "open", waitingSince: null, repliedAt: null } as const;
  expect(standingOf(of)).toBe("open");
  expect(standingOf({ ...of, waitingSince: at })).toBe("waiting");
  expect(standingOf({ ...of, repliedAt: at })).toBe("replied");
  expect(standingOf({ ...of, waitingSince: at, repliedAt: at })).toBe("waiting");
  expect(standingOf({ ...of, state: "closed", repliedAt: at })).toBe("closed");
});

test.each(LANGUAGES)("every step, view and standing has its words in %s", (language) => {
  const say = translator(language, "staff");
  for (const step of NEXT_STEPS) expect(say(`request.next.${step}`)).toBeTruthy();
  for (const view of QUEUE_VIEWS) expect(say(`queue.view.${view}`) + say(`queue.empty.${view}`)).toBeTruthy();
  for (const standing of STANDINGS) expect(say(`queue.standing.${standing}`)).toBeTruthy();
});
