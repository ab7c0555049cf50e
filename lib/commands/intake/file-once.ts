import type { Ctx } from "@/lib/commands/context";
import { stopAtOnce } from "@/lib/commands/decision/stop-at-once";
import { keepUploads } from "@/lib/commands/intake/keep-uploads";
import type { PreparedFiling } from "@/lib/commands/intake/prepare-filing";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { type Filing, filingByKey } from "@/lib/db/filing";
import { saveFiling } from "@/lib/db/new-filing";
import { loadReceipt } from "@/lib/db/receipt";
import { isDuplicate, transact } from "@/lib/db/transact";
import type { AuditFact } from "@/lib/domain/audit/events";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { Refused } from "@/lib/domain/kernel/refusal";

/** The receipt of a filing that was sent before under the same key. @throws Refused key_reused (other content) */
export async function earlierReceipt(ctx: Ctx, key: string, bodyHash: Uint8Array): Promise<Receipt | null> {
  const earlier: Filing | null = await filingByKey(ctx.controller.id, key);
  if (!earlier) return null;
  if (!Buffer.from(earlier.bodyHash).equals(bodyHash)) throw new Refused({ code: "key_reused" });
  return loadReceipt(ctx.controller, earlier);
}

/**
 * Saves a prepared filing and says so, once per key, whoever is first.
 * @param facts what the log says about the filing besides
 * @param originals files that it came as
 * @throws Refused key_reused, unavailable
 */
export async function fileOnce(
  ctx: Ctx,
  prepared: PreparedFiling,
  facts: Readonly<Record<string, AuditFact>> = {},
  originals: readonly Upload[] = [],
): Promise<Receipt> {
  const { row } = prepared.filing;
  try {
    await transact(ctx, async ({ tx, audit }) => {
      await saveFiling(tx, prepared);
      audit({
        type: "filing.received",
        subject: row.id,
        facts: {
          channel: row.channel,
          requests: prepared.requests.length,
          at: row.receivedAt.toISOString(),
          ...facts,
        },
      });
      for (const { row: request } of prepared.requests) {
        audit({
          type: "request.received",
          subject: request.filingId,
          request: request.id,
          facts: requestFacts(request),
        });
      }
      const [first] = prepared.requests;
      const keep = { filingId: row.id, purpose: "original" } as const;
      if (first) await keepUploads(ctx, { tx, audit }, originals, keep, first.row.id);
      await stopAtOnce(ctx, { tx, audit }, prepared.email, prepared.requests);
    });
  } catch (error) {
    const first = isDuplicate(error) ? await earlierReceipt(ctx, row.idempotencyKey, row.bodyHash) : null;
    if (first) return first;
    throw error;
  }
  return prepared.receipt;
}

function requestFacts(row: PreparedFiling["requests"][number]["row"]) {
  return {
    right: row.right,
    reference: row.reference,
    due: row.statutoryOn?.toISOString().slice(0, 10) ?? null,
    promised: row.promisedOn?.toISOString().slice(0, 10) ?? null,
    profile: row.profile,
    rule: row.ruleVersion,
    calendar: `${row.calendarRegion}:${row.calendarVersion}`,
    ...(row.ownCalendarVersion === null ? {} : { ownDays: row.ownCalendarVersion }),
  };
}
