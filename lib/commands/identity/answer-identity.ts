import { identityAskedAt } from "@/lib/commands/clock/fold";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, authoriseRequester, type Ctx } from "@/lib/commands/context";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { keepFile } from "@/lib/db/file";
import { type IdentityCheck, newestCheck, openEvidence, saveCheckAnswer } from "@/lib/db/identity-check";
import { noticeById } from "@/lib/db/notice";
import { consume } from "@/lib/db/rate-limit";
import { requestByReference, saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { OUR_TURN, SENT_BY_PERSON } from "@/lib/domain/identity/check";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { identityAnswerInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

const CODE_TRIES = { points: 5, seconds: 86_400 };
/** So many answers to one demand. */
const ANSWERS = { points: 20, seconds: 3_600 };

/**
 * The requester chooses one of the ways to show who they are and sends what it takes. What they send is sealed under a
 * key of its own. The clock goes on from the instant the first proof arrived, and where the next step is ours (to call
 * them, to send them the code) from their choice: only what waits for them may take days. Where they have to come, from
 * the day that staff record.
 * @throws Refused not_signed_in, bad_input, not_found (nothing is asked), wrong_state, file_refused, too_many (codes)
 */
export async function answerIdentity(ctx: Ctx, typed: unknown, files: readonly Upload[]): Promise<void> {
  const { filingId } = authoriseRequester(ctx);
  const input = parse(identityAnswerInput, typed);
  const now = ctx.now();
  const seen = await askedOf(ctx, input.reference, filingId);
  await consume("identity-answer", seen.id, ANSWERS);
  if (!seen.methods.includes(input.method)) throw bad("method", "choose");
  const typedCode = input.method === "known_address" && input.code !== "";
  const code = typedCode ? await rightCode(seen, input.code) : null;
  if (input.method === "facts" && input.text.trim() === "") throw bad("text", "required");
  if (input.method === "id_copy" && files.length === 0) {
    throw new Refused({ code: "file_refused", reason: "missing", file: "" });
  }
  const arrives = SENT_BY_PERSON.includes(input.method) && (input.method !== "known_address" || typedCode);
  const didTheirs = arrives || OUR_TURN.includes(input.method);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockOwnRequest(ctx, tx, input.reference, "prove");
    const check = await newestCheck(ctx.controller.id, request.id, tx);
    if (check?.id !== seen.id || check.resolvedAt || check.evidenceDeletedAt) {
      throw new Refused({ code: "wrong_state", state: "identity_closed" });
    }
    for (const upload of files) {
      const keep = { requestId: request.id, createdBy: `requester:${filingId}`, at: now } as const;
      const facts = await keepFile(tx, upload, { ...keep, purpose: "identity_evidence" });
      audit({ type: "file.stored", subject: upload.id, request: request.id, facts });
    }
    await saveCheckAnswer(tx, check, {
      method: input.method,
      text: input.text.trim(),
      codeMatched: code,
      receivedAt: arrives ? now : null,
    });
    const event = { type: "identity_received", occurredAt: now, recordedBy: actorOf(ctx) } as const;
    const waits = (await identityAskedAt(ctx, tx, request)) !== null;
    const dates = didTheirs && waits ? await recompute(ctx, work, request, event) : {};
    await saveRequest(tx, request, { ...dates, waitingSince: null, repliedAt: now });
    audit({
      type: "identity.answered",
      subject: check.id,
      request: request.id,
      facts: { way: input.method, files: files.length, arrived: arrives, at: now.toISOString() },
    });
  });
}

/** The demand that the requester was told of and may answer. */
async function askedOf(ctx: Ctx, reference: string, filingId: string): Promise<IdentityCheck> {
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || request.filingId !== filingId) throw new Refused({ code: "not_found" });
  const check = await newestCheck(ctx.controller.id, request.id);
  const told = check && (await noticeById(check.noticeId))?.acceptedAt;
  if (!check || !told) throw new Refused({ code: "not_found" });
  if (check.resolvedAt) throw new Refused({ code: "wrong_state", state: "identity_closed" });
  return check;
}

/** Compares a code that was sent to an address the controller knew; a few tries a day. */
async function rightCode(check: IdentityCheck, typed: string): Promise<true> {
  const given = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  await consume("identity-code", check.id, CODE_TRIES);
  const { code } = await openEvidence(check);
  if (code === "" || given !== code) throw bad("code", "identityCode");
  return true;
}

function bad(field: string, message: string): Refused {
  return new Refused({ code: "bad_input", issues: [{ field, message }] });
}
