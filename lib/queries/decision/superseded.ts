import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { decisionsOf, openLetter } from "@/lib/db/decision";
import { type Reopening, reopeningsOf } from "@/lib/db/reopening";
import { requestByReference } from "@/lib/db/request";
import { may } from "@/lib/domain/access/access";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import type { Outcome } from "@/lib/domain/decision/answer";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Letter } from "@/lib/domain/notice/letter";
import { mayStep } from "@/lib/domain/request/state";

export type SupersededView = {
  readonly reopenings: readonly Pick<
    Reopening,
    "id" | "source" | "reason" | "reachedAt" | "orderedBy" | "reopenedAt" | "takenBackAt"
  >[];
  /** Answers that stood until the request was opened again, oldest first. */
  readonly answers: readonly {
    readonly id: string;
    readonly outcome: Outcome;
    readonly at: IsoInstant;
    readonly letter: Letter | null;
  }[];
  readonly today: IsoDate;
  readonly zone: string;
  readonly mayReopen: boolean;
};

/**
 * How often and why a request was opened again, and the answers before.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function supersededView(ctx: Ctx, reference: string): Promise<SupersededView> {
  const staff = authoriseStaff(ctx, "request.read");
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  const key = seesPerson(staff, request) ? await loadDataKey(db(), request.dataKeyId) : null;
  const decisions = await decisionsOf(ctx.controller.id, request.id);
  const { zone } = ctx.controller.settings;
  return {
    reopenings: await reopeningsOf(ctx.controller.id, request.id, key),
    answers: decisions
      .filter(({ state }) => state === "superseded")
      .map((decision) => ({
        id: decision.id,
        outcome: decision.outcome,
        at: (decision.effectiveAt ?? decision.decidedAt).toISOString() as IsoInstant,
        letter: key && openLetter(key, decision),
      })),
    today: localDate(ctx.now().toISOString(), zone),
    zone,
    mayReopen: may(staff.roles, "request.reopen") && mayStep(request.state, "reopen").ok,
  };
}
