import type { ReleaseFacts } from "@/lib/domain/delivery/release-gate";
import { representationOf } from "@/lib/domain/identity/representation";
import { authoritiesOf, standingAuthority } from "./authority-check";
import { db, type Tx } from "./client";
import { loadDataKey } from "./data-key";
import { type Filing, openWho } from "./filing";
import { newestCheck } from "./identity-check";
import { noticeById } from "./notice";

/** What the release gate judges by, as the tables say now: for the one request of a filing that something is to leave for. */
export async function releaseFacts(filing: Filing, requestId: string, tx: Tx = db()): Promise<ReleaseFacts> {
  const { controllerId, id } = filing;
  const who = openWho(await loadDataKey(tx, filing.dataKeyId), filing);
  const authority = standingAuthority(await authoritiesOf(controllerId, id, tx));
  const check = await newestCheck(controllerId, requestId, tx);
  return {
    confirmedAt: filing.confirmedAt,
    identity: check?.state ?? null,
    demandedAt: check ? ((await noticeById(check.noticeId, tx))?.acceptedAt ?? null) : null,
    representation: representationOf(who.onBehalf, authority?.result ?? null),
  };
}
