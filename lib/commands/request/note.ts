import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveRequest } from "@/lib/db/request";
import { addMessage } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { parse } from "@/lib/schemas/parse";
import { noteInput } from "@/lib/schemas/request/desk";

/**
 * Adds an internal note to a request's thread; the requester never sees it.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile
 */
export async function note(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.note");
  const input = parse(noteInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "note");
    const handle = await loadDataKey(tx, request.dataKeyId);
    const { id, commit } = await addMessage(tx, handle, {
      controllerId: ctx.controller.id,
      requestId: request.id,
      kind: "note",
      author: actorOf(ctx),
      text: input.text,
      at: ctx.now(),
    });
    await saveRequest(tx, request, {});
    audit({ type: "request.noted", subject: id, request: request.id, facts: { text: commit } });
  });
}
