import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { activitiesOf, type StoredActivity } from "@/lib/db/activity";
import { approvedFindingOf } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { decisionsOf, openAnswer } from "@/lib/db/decision";
import { decisionDraft } from "@/lib/db/decision-draft";
import { filingById, openWho } from "@/lib/db/filing";
import { releaseFacts } from "@/lib/db/release";
import { openDetails, requestByReference } from "@/lib/db/request";
import { sees } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { type Answer, type Outcome, outcomesFor } from "@/lib/domain/decision/answer";
import { bareReason, isBareStop, mayChoose } from "@/lib/domain/decision/barred";
import { begunContent } from "@/lib/domain/decision/begun";
import type { Content } from "@/lib/domain/decision/content";
import { closableFrom } from "@/lib/domain/decision/unconfirmed";
import { barredBy } from "@/lib/domain/delivery/release-gate";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { lawOf } from "@/lib/domain/law/profile";
import { mayStep } from "@/lib/domain/request/state";

const EARLIER = ["recalled", "sent_back", "superseded"] as const;
/** What became of the answer that the form goes on from. */
export type EarlierAnswer = (typeof EARLIER)[number];

function earlierAnswer(state: string): EarlierAnswer {
  return EARLIER.find((each) => each === state) ?? "recalled";
}

/** What the form of an answer needs. */
export type AnswerForm = {
  readonly reference: string;
  readonly right: Right;
  readonly language: Language;
  readonly receivedOn: IsoDate;
  readonly workBy: IsoDate;
  readonly confirmed: boolean;
  /** From which day it may be closed as never confirmed; null while the reminder has not left. */
  readonly closableOn: IsoDate | null;
  /** The request is open, so an answer can be written. */
  readonly writable: boolean;
  readonly outcomes: readonly Outcome[];
  /** Of a stop nothing but the day may be told: who asks has no authority to act for the person. */
  readonly bare: boolean;
  readonly grounds: readonly {
    readonly id: string;
    readonly citation: string;
    readonly needsProvision: boolean;
    readonly needsBalancing: boolean;
    readonly keeps: boolean;
    /** It gives its reasons in fixed words, and nothing that is written goes out with it. */
    readonly bare: boolean;
  }[];
  /** What this officer has written so far, or an earlier answer to go on from; null for a blank form. */
  readonly answer: Answer | null;
  readonly from: "draft" | EarlierAnswer | "blank";
  /** What the content begins with: what the person already said. */
  readonly begun: Content;
  /** Activities of the register that go on, and whether such a person's data is in them. */
  readonly activities: readonly (StoredActivity & { readonly concerns: boolean })[];
};

/**
 * The form of an answer, with what was written before.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function answerForm(ctx: Ctx, reference: string): Promise<AnswerForm> {
  const staff = authoriseStaff(ctx, "request.decide");
  const { id: controllerId } = ctx.controller;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(controllerId, stored));
  const filing = request && (await filingById(controllerId, request.filingId));
  if (!request || !filing || !sees(staff, request)) throw new Refused({ code: "not_found" });

  const key = await loadDataKey(db(), request.dataKeyId);
  const draft = await decisionDraft(key, { controllerId, requestId: request.id, staffId: staff.staffId });
  const earlier = (await decisionsOf(controllerId, request.id)).at(-1);
  const answer = draft ?? (earlier ? openAnswer(key, earlier) : null);
  const finding = await approvedFindingOf(key, { controllerId, requestId: request.id });
  const confirmed = filing.confirmedAt !== null;
  const closable = closableFrom(filing);
  const barred = barredBy(await releaseFacts(filing, request.id), ctx.now());
  const grounds = groundsFor(request.right, finding, lawOf(ctx.controller.settings.profile));
  const { relationship } = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  return {
    reference: request.reference,
    right: request.right,
    language: filing.language,
    receivedOn: filing.receivedOn,
    workBy: request.workBy,
    confirmed,
    closableOn: closable && localDate(closable.toISOString(), filing.zone),
    writable: mayStep(request.state, "decide").ok,
    outcomes: outcomesFor(request.right, confirmed, barred),
    bare: confirmed && isBareStop(request.right, barred),
    grounds: grounds
      .filter(({ id }) => mayChoose(id, barred))
      .map((ground) => ({
        id: ground.id,
        citation: ground.citation,
        needsProvision: ground.needsProvision ?? false,
        needsBalancing: ground.needsBalancing ?? false,
        keeps: request.right === "erasure" && (ground.keeps ?? false),
        bare: bareReason(ground.id, barred) !== null,
      })),
    answer,
    from: draft ? "draft" : earlier ? earlierAnswer(earlier.state) : "blank",
    begun: begunContent(openDetails(key, request)),
    activities: (await activitiesOf(controllerId))
      .filter(({ active }) => active)
      .map((each) => ({ ...each, concerns: each.activity.relationships.includes(relationship) })),
  };
}
