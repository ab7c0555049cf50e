import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { takeEffects } from "@/lib/commands/notice/take-effects";
import { filingById } from "@/lib/db/filing";
import { lockNotice, saveNoticeOutcome } from "@/lib/db/notice";
import { printGapsOf } from "@/lib/db/print-gaps";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { postedAt } from "@/lib/domain/notice/posted";
import { postingInput } from "@/lib/schemas/notice/posting";
import { parse } from "@/lib/schemas/parse";

/**
 * Records that a letter went. It is what a mail server's acceptance is for a mail: what the law ties to the notice takes
 * effect, as of the day it went, in the same transaction.
 * @throws Refused not_signed_in, not_allowed, bad_input (a day ahead, or before the letter was written), not_found,
 *   wrong_state (no letter to post, or posted already), not_releasable (it may not go any more: printGapsOf)
 */
export async function recordPosting(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "notice.post");
  const { noticeId, postedOn, how } = parse(postingInput, typed);
  await transact(ctx, async (work) => {
    const notice = await lockNotice(work.tx, noticeId);
    if (notice?.controllerId !== ctx.controller.id) throw new Refused({ code: "not_found" });
    if (notice.state !== "to_post") throw new Refused({ code: "wrong_state", state: notice.state });
    const filing = notice.filingId && (await filingById(notice.controllerId, notice.filingId, work.tx));
    const gaps = filing ? await printGapsOf(filing, notice, work.tx) : [];
    if (gaps.length > 0) throw new Refused({ code: "not_releasable", missing: gaps });
    const { zone } = ctx.controller.settings;
    const went = postedAt(postedOn, { owedAt: notice.owedAt, now: ctx.now(), zone });
    if (!went.ok) {
      throw new Refused({ code: "bad_input", issues: [{ field: "postedOn", message: went.refusal }] });
    }
    await saveNoticeOutcome(work.tx, notice.id, {
      state: "accepted",
      acceptedAt: went.value,
      postedHow: how,
      lastError: null,
    });
    work.audit({
      type: "notice.posted",
      subject: notice.id,
      ...(notice.requestId ? { request: notice.requestId } : {}),
      facts: { kind: notice.kind, on: postedOn, how },
    });
    await takeEffects(ctx, work, { ...notice, postedHow: how }, went.value);
  });
}
