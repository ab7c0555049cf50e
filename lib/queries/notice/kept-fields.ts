import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { letterDraft } from "@/lib/db/letter-draft";
import { seesPerson } from "@/lib/domain/access/sees";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";
import { seenRequest } from "@/lib/queries/request/seen-request";

/** What was typed into the form of a letter, by field. */
export type KeptFields = Readonly<Record<string, string>>;

/**
 * What the reader wrote of a letter and has not sent, for its form to begin with; empty where nothing was written.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function keptFields(ctx: Ctx, reference: string, kind: WrittenLetter): Promise<KeptFields> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await seenRequest(staff, ctx, reference);
  if (!seesPerson(staff, request)) return {};
  const kept = await letterDraft<object>(await loadDataKey(db(), request.dataKeyId), {
    ...{ controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId, kind },
  });
  const typed = Object.entries(kept ?? {}).map(([name, value]) => [name, value === true ? "yes" : value]);
  return Object.fromEntries(typed.filter(([, value]) => typeof value === "string"));
}
