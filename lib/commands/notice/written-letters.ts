import type { z } from "zod";
import { askPausing, preparePausingQuestion } from "@/lib/commands/clock/ask-pausing";
import { foldOf } from "@/lib/commands/clock/fold";
import { waitsFor } from "@/lib/commands/clock/pause";
import type { Ctx } from "@/lib/commands/context";
import { liftable, liftRestriction, prepareLifting } from "@/lib/commands/decision/lift-restriction";
import { prepareTaskLetter, tellOthers } from "@/lib/commands/decision/tell-others";
import { mayReadQuestion } from "@/lib/commands/delivery/may-read";
import { answerObjection, inTime, prepareObjectionAnswer } from "@/lib/commands/fee/answer-objection";
import { answerDirectly, prepareDirectly } from "@/lib/commands/identity/answer-directly";
import type { PreparedNotice } from "@/lib/commands/notice/prepared";
import type { RequesterNotice } from "@/lib/commands/notice/requester-notice";
import { askQuestion, prepareQuestion } from "@/lib/commands/request/ask-question";
import { forwardRequest, prepareForwarding } from "@/lib/commands/request/forward";
import { cameAt, prepareWithdrawal, recordWithdrawal } from "@/lib/commands/request/record-withdrawal";
import { orderedDay, prepareReopening, reached, reopen } from "@/lib/commands/request/reopen";
import { db } from "@/lib/db/client";
import { feeById } from "@/lib/db/fee";
import { openWho } from "@/lib/db/filing";
import { LINK_HOURS } from "@/lib/db/link";
import type { RightsRequest } from "@/lib/db/request";
import { taskById } from "@/lib/db/task";
import type { Action } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import { dateToTell } from "@/lib/domain/clock/promise";
import { mayFeeStep } from "@/lib/domain/fee/fee";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { WRITTEN_LETTERS, type WrittenLetter } from "@/lib/domain/notice/written-letter";
import type { Step } from "@/lib/domain/request/state";
import { pausingQuestionInput } from "@/lib/schemas/clock/desk";
import { othersInput } from "@/lib/schemas/decision/others";
import { liftInput } from "@/lib/schemas/decision/task";
import { objectionInput } from "@/lib/schemas/fee/fee";
import { answerDirectlyInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";
import { questionInput } from "@/lib/schemas/request/desk";
import { forwardInput } from "@/lib/schemas/request/forward";
import { withdrawalInput } from "@/lib/schemas/request/received";
import { reopenInput } from "@/lib/schemas/request/reopening";

/** What a letter is made for. */
type For = { readonly ctx: Ctx; readonly request: RightsRequest; readonly mail: RequesterNotice };

/** Whose it is, as which version it was seen, and with which letter. */
type Seen = { readonly reference: string };

/** How a letter of a kind is written, looked at and sent. `Fields` are what its form asks. */
type Way<Fields> = {
  readonly action: Action;
  /** The step on the request that it is; null where that is looked at in `prepare`. */
  readonly step: Step | null;
  /** @throws Refused bad_input */
  readonly read: (typed: unknown) => Fields;
  /** The notices as they would leave now. @throws Refused as the command does */
  readonly prepare: (of: For, fields: Fields) => Promise<readonly PreparedNotice[]>;
  /** The command. */
  readonly send: (ctx: Ctx, fields: Fields & Seen) => Promise<void>;
};

/** A way whose fields only it knows. */
export type LetterWay = {
  readonly action: Action;
  readonly step: Step | null;
  readonly read: (typed: unknown) => object;
  readonly prepare: (of: For, kept: object) => Promise<readonly PreparedNotice[]>;
  readonly send: (ctx: Ctx, kept: object, seen: Seen) => Promise<void>;
};

function way<Fields extends object>({ action, step, read, prepare, send }: Way<Fields>): LetterWay {
  return {
    action,
    step,
    read,
    prepare: (of, kept) => prepare(of, kept as Fields),
    send: (ctx, kept, seen) => send(ctx, { ...(kept as Fields), ...seen }),
  };
}

const WAYS: Readonly<Record<WrittenLetter, LetterWay>> = {
  question: way({
    action: "request.ask",
    step: "ask",
    read: readQuestion,
    prepare: async ({ ctx, request, mail }, fields) => {
      await mayReadQuestion(mail.filing, request.id);
      if (!("reason" in fields)) return [prepareQuestion(mail, fields.text)];
      const waiting = await waitsFor(ctx, { tx: db() }, request.id, "clarification_requested");
      const folded = await foldOf(ctx, request);
      return [preparePausingQuestion(mail, request, folded, fields, waiting).notice];
    },
    send: (ctx, fields) => ("reason" in fields ? askPausing(ctx, fields) : askQuestion(ctx, fields)),
  }),
  forwarding: way({
    action: "request.forward",
    step: "forward",
    read: (typed) => withoutSeen(parse(forwardInput, typed)),
    prepare: async ({ request, mail }, fields) => {
      const { toCustomer, toPerson } = await prepareForwarding(request, mail, fields);
      return [toCustomer, toPerson];
    },
    send: forwardRequest,
  }),
  reopening: way({
    action: "request.reopen",
    step: "reopen",
    read: (typed) => withoutSeen(parse(reopenInput, typed)),
    prepare: async ({ ctx, request, mail }, fields) => {
      const occurredAt = reached(request, mail, fields.on as IsoDate, ctx.now()).toISOString();
      const until = orderedDay(fields);
      const { events, fold } = await foldOf(ctx, request);
      const event = { type: "reopened", occurredAt, ...(until ? { until } : {}) } as const;
      return [prepareReopening(mail, dateToTell(fold([...events, event])))];
    },
    send: reopen,
  }),
  lifting: way({
    action: "request.decide",
    step: "task",
    read: (typed) => withoutSeen(parse(liftInput, typed)),
    prepare: async ({ ctx, request, mail }, { taskId, text }) => {
      const task = await taskById(db(), ctx.controller.id, taskId);
      if (task?.requestId !== request.id) throw new Refused({ code: "not_found" });
      liftable(task);
      return [prepareLifting(mail, text)];
    },
    send: liftRestriction,
  }),
  objection: way({
    action: "fee.write",
    step: null,
    read: (typed) => withoutSeen(parse(objectionInput, typed)),
    prepare: async ({ ctx, request, mail }, { feeId, outcome, answerBy, text }) => {
      const fee = await feeById(ctx.controller.id, feeId);
      if (fee?.requestId !== request.id) throw new Refused({ code: "not_found" });
      const legal = mayFeeStep(fee.state, "answer_objection");
      if (!legal.ok) throw new Refused({ code: "wrong_state", state: `fee_${legal.refusal}` });
      const today = localDate(ctx.now().toISOString(), mail.filing.zone);
      if (outcome === "upheld") inTime(answerBy, fee.profile, today);
      return [prepareObjectionAnswer(mail, text, outcome === "upheld" ? (answerBy as IsoDate) : null)];
    },
    send: answerObjection,
  }),
  withdrawal: way({
    action: "request.record",
    step: "withdraw",
    read: readWithdrawal,
    prepare: async ({ ctx, request, mail }, { on }) => {
      cameAt(ctx, request, mail.filing.zone, on, null);
      return [prepareWithdrawal(ctx, mail, on as IsoDate)];
    },
    send: recordWithdrawal,
  }),
  direct: way({
    action: "identity.check",
    step: "identity",
    read: (typed) => withoutSeen(parse(answerDirectlyInput, typed)),
    prepare: async ({ mail: { dataKey, filing, facts } }, { email }) => {
      const who = openWho(dataKey, filing);
      if (who.onBehalf === "self") throw new Refused({ code: "wrong_state", state: "not_represented" });
      const said = { ...facts, confirmUrl: facts.openUrl, linkHours: LINK_HOURS.confirm };
      return [prepareDirectly(said, who, email)];
    },
    send: answerDirectly,
  }),
  others: way({
    action: "task.tell",
    step: "task",
    read: (typed) => withoutSeen(parse(othersInput, typed)),
    prepare: async ({ ctx, request, mail }, fields) => [
      (await prepareTaskLetter(ctx, request, mail, fields)).prepared,
    ],
    send: tellOthers,
  }),
};

/** How a letter of a kind is written and sent. @throws Refused not_found (there is no such kind) */
export function letterWay(kind: string): LetterWay & { readonly kind: WrittenLetter } {
  const known = WRITTEN_LETTERS.find((each) => each === kind);
  if (!known) throw new Refused({ code: "not_found" });
  return { ...WAYS[known], kind: known };
}

type Question = { readonly text: string };
type PausingQuestion = Omit<
  z.output<typeof pausingQuestionInput>,
  "reference" | "version" | "seen" | "letter"
>;

/** A plain form sends every field, also those for which its choice has no use. */
function readQuestion(typed: unknown): Question | PausingQuestion {
  const { stops, ...fields } = typed as Readonly<Record<string, unknown>>;
  if (stops === "yes") return withoutSeen(parse(pausingQuestionInput, fields));
  const { choices, category, reason, largeQuantity, ...plain } = fields;
  return withoutSeen(parse(questionInput, plain));
}

/** Its form is that of everything that came another way, and says which of it this is. */
function readWithdrawal(typed: unknown) {
  const { kind: _, ...fields } = typed as Readonly<Record<string, unknown>>;
  return withoutSeen(parse(withdrawalInput, fields));
}

function withoutSeen<T extends Seen & { version: number; seen?: unknown; letter?: unknown }>(all: T) {
  const { reference, version, seen, letter, ...fields } = all;
  return fields;
}
