import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { approvedFindingOf } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { decisionsOf, openAnswer } from "@/lib/db/decision";
import { decisionDraft } from "@/lib/db/decision-draft";
import { filingById } from "@/lib/db/filing";
import { requestByReference } from "@/lib/db/request";
import { sees } from "@/lib/domain/access/sees";
import { type Answer, type Outcome, outcomesFor } from "@/lib/domain/decision/answer";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { mayStep } from "@/lib/domain/request/state";

/** What the form of an answer needs. */
export type AnswerForm = {
  readonly reference: string;
  readonly right: Right;
  readonly language: Language;
  readonly receivedOn: IsoDate;
  readonly workBy: IsoDate;
  readonly confirmed: boolean;
  /** The request is open, so an answer can be written. */
  readonly writable: boolean;
  readonly outcomes: readonly Outcome[];
  readonly grounds: readonly {
    readonly id: string;
    readonly citation: string;
    readonly needsProvision: boolean;
    readonly needsBalancing: boolean;
    readonly keeps: boolean;
  }[];
  /** What this officer has written so far, or what was recalled; null for a blank form. */
  readonly answer: Answer | null;
  readonly from: "draft" | "recalled" | "blank";
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
  const recalled = (await decisionsOf(controllerId, request.id)).at(-1);
  const answer = draft ?? (recalled ? openAnswer(key, recalled) : null);
  const finding = await approvedFindingOf(key, { controllerId, requestId: request.id });
  const confirmed = filing.confirmedAt !== null;
  return {
    reference: request.reference,
    right: request.right,
    language: filing.language,
    receivedOn: filing.receivedOn,
    workBy: request.workBy,
    confirmed,
    writable: mayStep(request.state, "decide").ok,
    outcomes: outcomesFor(request.right, confirmed),
    grounds: groundsFor(request.right, finding).map((ground) => ({
      id: ground.id,
      citation: ground.citation,
      needsProvision: ground.needsProvision ?? false,
      needsBalancing: ground.needsBalancing ?? false,
      keeps: request.right === "erasure" && (ground.keeps ?? false),
    })),
    answer,
    from: draft ? "draft" : answer ? "recalled" : "blank",
  };
}
