import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockNotice, requeueNotice } from "@/lib/db/notice";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";

const input = z.strictObject({ noticeId: z.guid() });

/**
 * Sends a notice that failed, or is held back, once more. It is the same notice with the same Message-ID.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, wrong_state (neither failed nor held)
 */
export async function retryNotice(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "notice.retry");
  const { noticeId } = parse(input, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const notice = await lockNotice(tx, noticeId);
    if (notice?.controllerId !== ctx.controller.id) throw new Refused({ code: "not_found" });
    if (!(await requeueNotice(tx, noticeId, ctx.now()))) {
      throw new Refused({ code: "wrong_state", state: notice.state });
    }
    audit({
      type: "notice.retried",
      subject: notice.id,
      ...(notice.requestId ? { request: notice.requestId } : {}),
      facts: { kind: notice.kind, attempt: notice.attempts },
    });
  });
}
