import { randomUUID } from "node:crypto";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type WallTime, wallNow } from "@/lib/domain/intake/received";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { rightsUnder } from "@/lib/domain/law/profile";

export type EntryFormView = {
  /** Made when the form is: sent twice, it is one filing. */
  readonly idempotencyKey: string;
  readonly zone: string;
  /** The clock on the controller's wall. */
  readonly now: WallTime;
  /** In which answers are written; the first is the controller's own. */
  readonly languages: readonly Language[];
  /** What can be asked for under the controller's law. */
  readonly rights: readonly Right[];
};

/**
 * What the form for a request of another channel begins with.
 * @throws Refused not_signed_in, not_allowed
 */
export async function entryForm(ctx: Ctx): Promise<EntryFormView> {
  authoriseStaff(ctx, "filing.enter");
  const { zone, languages, profile } = ctx.controller.settings;
  return {
    idempotencyKey: `entry_${randomUUID()}`,
    zone,
    now: wallNow(ctx.now(), zone),
    languages,
    rights: rightsUnder(profile),
  };
}
