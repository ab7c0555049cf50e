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
} as const;

test.each([
  ["an open request", {}, ["decide"]],
  ["nobody has it", { assigned: false }, ["assign", "decide"]],
  ["the person has replied", { standing: "replied" }, ["read_reply", "decide"]],
  ["waiting for the person", { standing: "waiting" }, ["await_reply", "decide"]],
  [
    "waiting for an answer that stops the time",
    { standing: "waiting", clockStatus: "paused" },
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
