import { printGaps } from "@/lib/domain/delivery/letter-gate";
import { type Release, type ReleaseGap, releaseOf } from "@/lib/domain/delivery/release-gate";
import { db, type Tx } from "./client";
import { clockLinesOf } from "./clock-details";
import { loadDataKey } from "./data-key";
import { decisionOfNotice, openAnswer } from "./decision";
import type { Filing } from "./filing";
import type { Notice } from "./notice";
import { releaseFacts } from "./release";
import { requestById } from "./request";

/** What is missing before a letter of a filing may be printed and posted, as the tables say now. */
export async function printGapsOf(
  filing: Filing,
  notice: Notice,
  tx: Tx = db(),
): Promise<readonly ReleaseGap[]> {
  const { requestId, kind } = notice;
  if (requestId === null || notice.addresseeSealed !== null) return [];
  return printGaps(kind, await releaseFacts(filing, requestId, tx), await whatItIs(notice, requestId, tx));
}

/** What a letter is to the gate where its content decides it; undefined where its kind does. */
async function whatItIs(
  { controllerId, id, kind }: Notice,
  requestId: string,
  tx: Tx,
): Promise<Release | "fixed" | undefined> {
  if (kind === "extension") {
    const lines = await clockLinesOf(controllerId, requestId, null, tx);
    return lines.some(({ noticeId, facts }) => noticeId === id && facts.bare !== undefined)
      ? "fixed"
      : undefined;
  }
  if (kind !== "answer_ready") return undefined;
  const decision = await decisionOfNotice(controllerId, id, tx);
  const request = decision && (await requestById(controllerId, requestId, tx));
  return request ? releaseOf(openAnswer(await loadDataKey(tx, request.dataKeyId), decision)) : undefined;
}
