import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLetterDraft } from "@/lib/db/letter-draft";
import { quietly } from "@/lib/db/transact";
import { extensionDraftInput } from "@/lib/schemas/clock/desk";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps what an officer has written of an extension, complete or not, until it is sent; sealed, not in the log.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found
 */
export async function saveExtension(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.extend");
  const { reference, ...text } = parse(extensionDraftInput, typed);
  const request = await deskRequest(staff, ctx, reference);
  const of = {
    ...{ controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId },
    kind: "extension",
  } as const;
  await quietly(async (tx) =>
    saveLetterDraft(tx, await loadDataKey(tx, request.dataKeyId), of, text, ctx.now()),
  );
}
