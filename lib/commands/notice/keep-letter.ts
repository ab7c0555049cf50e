import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { letterWay } from "@/lib/commands/notice/written-letters";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLetterDraft } from "@/lib/db/letter-draft";
import { quietly } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayStep } from "@/lib/domain/request/state";
import { parse } from "@/lib/schemas/parse";
import { seenRequest } from "@/lib/schemas/request/desk";

/**
 * Keeps a letter that one of the staff has written, until they have looked at it and sent it; sealed, not in the log.
 * @param kind the kind of letter (lib/domain/notice/written-letter.ts)
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, and what the command would refuse already now
 */
export async function keepLetter(
  ctx: Ctx,
  kind: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const way = letterWay(kind);
  const staff = authoriseStaff(ctx, way.action);
  const reference = parse(seenRequest.reference, typed.reference);
  const request = await deskRequest(staff, ctx, reference);
  const fields = way.read(typed);
  const legal = way.step === null ? null : mayStep(request.state, way.step);
  if (legal && !legal.ok) throw new Refused({ code: "wrong_state", state: legal.refusal });
  await way.prepare({ ctx, request, mail: await requesterNotice(request, ctx) }, fields);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  await quietly(async (tx) => {
    const handle = await loadDataKey(tx, request.dataKeyId);
    await saveLetterDraft(tx, handle, { ...of, kind: way.kind }, fields, ctx.now());
  });
}
