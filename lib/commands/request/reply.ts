import { createHash } from "node:crypto";
import { z } from "zod";
import { resumeFrom } from "@/lib/commands/clock/resume";
import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { loadDataKey } from "@/lib/db/data-key";
import { consume } from "@/lib/db/rate-limit";
import { saveRequest } from "@/lib/db/request";
import { addMessage, hasMessage, threadOf } from "@/lib/db/thread";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { idempotencyKey, requiredLine, requiredLines } from "@/lib/schemas/text";

/** So many replies in one filing: a conversation, and no way to keep the staff's forms from ever being current. */
const REPLIES = { points: 20, seconds: 3_600 };

const input = z.strictObject({ reference: requiredLine(40), text: requiredLines(5_000), idempotencyKey });

/**
 * The requester answers a question of the staff; a clock that stood still for it goes on from this instant. The same
 * key twice is one reply.
 * @throws Refused bad_input, not_signed_in, not_found, wrong_state, too_many
 */
export async function reply(ctx: Ctx, typed: unknown): Promise<void> {
  const { filingId } = authoriseRequester(ctx);
  const { reference, text, idempotencyKey: key } = parse(input, typed);
  await consume("reply", filingId, REPLIES);
  const kept = transact(ctx, async ({ tx, audit }) => {
    const request = await lockOwnRequest(ctx, tx, reference, "reply");
    const id = messageId(request.id, key);
    const handle = await loadDataKey(tx, request.dataKeyId);
    const asked = (await threadOf(ctx.controller.id, request.id, handle, tx)).some(
      (m) => m.kind === "question",
    );
    if (!asked) throw new Refused({ code: "wrong_state", state: "no_question" });
    if (await hasMessage(tx, id)) throw new NothingToDo();
    const said = await addMessage(tx, handle, {
      id,
      controllerId: ctx.controller.id,
      requestId: request.id,
      kind: "reply",
      author: `requester:${filingId}`,
      text,
      at: ctx.now(),
    });
    const resumed = await resumeFrom(ctx, { tx, audit }, request, {
      question: "clarification",
      at: ctx.now(),
      by: "reply",
      facts: { message: said.id },
    });
    await saveRequest(tx, request, { ...resumed, waitingSince: null, repliedAt: ctx.now() });
    audit({ type: "request.replied", subject: said.id, request: request.id, facts: { commit: said.commit } });
  });
  await orNothing(kept);
}

/** The same key for the same request is the same message. */
function messageId(requestId: string, key: string): string {
  const hash = createHash("sha256").update(`${requestId}|${key}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
