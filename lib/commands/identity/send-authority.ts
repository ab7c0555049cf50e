import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { loadDataKey } from "@/lib/db/data-key";
import { keepFile } from "@/lib/db/file";
import { lockFiling, openWho } from "@/lib/db/filing";
import { requestsOfFiling } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * A representative sends proof that they may act: sealed, seen by who works the request, deleted with the finding.
 * @throws Refused not_signed_in, not_found, wrong_state (they act for themselves), file_refused
 */
export async function sendAuthority(ctx: Ctx, files: readonly Upload[]): Promise<void> {
  const { filingId } = authoriseRequester(ctx);
  if (files.length === 0) throw new Refused({ code: "file_refused", reason: "missing", file: "" });
  await transact(ctx, async ({ tx, audit }) => {
    const filing = await lockFiling(tx, ctx.controller.id, filingId);
    if (!filing) throw new Refused({ code: "session_ended" });
    if (openWho(await loadDataKey(tx, filing.dataKeyId), filing).onBehalf === "self") {
      throw new Refused({ code: "wrong_state", state: "not_represented" });
    }
    const [first] = await requestsOfFiling(ctx.controller.id, filingId, tx);
    for (const upload of files) {
      const facts = await keepFile(tx, upload, {
        filingId,
        purpose: "authority_evidence",
        createdBy: `requester:${filingId}`,
        at: ctx.now(),
      });
      audit({ type: "file.stored", subject: upload.id, ...(first ? { request: first.id } : {}), facts });
    }
    audit({
      type: "authority.evidence_sent",
      subject: filingId,
      ...(first ? { request: first.id } : {}),
      facts: { files: files.length },
    });
  });
}
