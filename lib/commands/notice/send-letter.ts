import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { keptLetter } from "@/lib/commands/notice/preview-letter";
import { letterWay } from "@/lib/commands/notice/written-letters";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { setLetterDraftAside } from "@/lib/db/letter-draft";
import { quietly } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { letterFingerprint, seenRequest } from "@/lib/schemas/request/desk";

/** The fingerprint is required: what is sent is what was read. */
const input = z.strictObject({ ...seenRequest, letter: letterFingerprint });

/**
 * Sends a letter that this person has written and looked at, and nothing else in its place. What they wrote is kept until
 * the letter was accepted, so that taking it back gives it back.
 * @param kind the kind of letter (lib/domain/notice/written-letter.ts)
 * @throws Refused as the letter's own command; not_found also where nothing is written
 */
export async function sendLetter(ctx: Ctx, kind: string, typed: unknown): Promise<void> {
  const way = letterWay(kind);
  const staff = authoriseStaff(ctx, way.action);
  const seen = parse(input, typed);
  const request = await deskRequest(staff, ctx, seen.reference);
  const kept = await keptLetter(ctx, { staffId: staff.staffId, request }, way.kind);
  if (!kept) throw new Refused({ code: "not_found" });
  // One instant, by which what was written is found again if its letter is taken back.
  const at = ctx.now();
  await way.send({ ...ctx, now: () => at }, kept, seen);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  await quietly((tx) => setLetterDraftAside(tx, { ...of, kind: way.kind }, at));
}
