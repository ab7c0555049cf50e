import { foldOf } from "@/lib/commands/clock/fold";
import { oweExtension } from "@/lib/commands/clock/owe-extension";
import { waitsFor } from "@/lib/commands/clock/pause";
import { type Extension, prepareExtension } from "@/lib/commands/clock/prepare-extension";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { letterDraft, setLetterDraftAside } from "@/lib/db/letter-draft";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import { mayExtend } from "@/lib/domain/clock/may-extend";
import { Refused } from "@/lib/domain/kernel/refusal";
import { sendExtensionInput } from "@/lib/schemas/clock/desk";
import { parse } from "@/lib/schemas/parse";

/**
 * Sends the notice of the one extension as it was previewed (GDPR Art. 12(3)). It is pending until the notice was
 * accepted, and has an effect only if that is inside the first period; a notice that leaves too late says so itself
 * and changes no date. The limit for a refusal never moves. Until it leaves it can be taken back.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found (no such request, or nothing written),
 *   changed_meanwhile (somebody was faster, or the letter would be another now), wrong_state, already_extended,
 *   extension_not_possible, refusal_incomplete (something is missing)
 */
export async function extend(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.extend");
  const input = parse(sendExtensionInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "extend");
    const { basis, clock } = await foldOf(ctx, request, tx);
    const waiting = await waitsFor(ctx, { tx }, request.id, "extend");
    const possible = mayExtend(basis.profile, request.right, clock, waiting);
    if (!possible.ok) throw new Refused({ code: possible.refusal });
    const handle = await loadDataKey(tx, request.dataKeyId);
    const draft = {
      ...{ controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId },
      kind: "extension",
    } as const;
    const text = await letterDraft<ExtensionText>(handle, draft, tx);
    if (!text) throw new Refused({ code: "not_found" });
    const extension = await prepareExtension(ctx, request, text, tx);
    const letter = letterOf(extension, input.letter, request.version);
    // One instant, by which what was written is found again if the notice is taken back.
    const at = ctx.now();
    await oweExtension({ ...ctx, now: () => at }, { tx, audit }, request, mail, {
      extension,
      letter,
      text,
      recallable: true,
    });
    await setLetterDraftAside(tx, draft, at);
    await saveRequest(tx, request, {});
  });
}

function letterOf({ missing, letter, fingerprint }: Extension, previewed: string, version: number) {
  if (letter === null) throw new Refused({ code: "refusal_incomplete", missing });
  if (fingerprint !== previewed) {
    throw new Refused({ code: "changed_meanwhile", version, changed: ["letter"] });
  }
  return letter;
}
