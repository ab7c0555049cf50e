import type { Ctx } from "@/lib/commands/context";
import { keepUploads } from "@/lib/commands/intake/keep-uploads";
import type { PreparedFiling } from "@/lib/commands/intake/prepare-filing";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { type Filing, filingByKey } from "@/lib/db/filing";
import { filingStatements } from "@/lib/db/new-filing";
import { loadReceipt } from "@/lib/db/receipt";
import { addTogether, isDuplicate, transact, transactAtOnce } from "@/lib/db/transact";
import type { AuditEntry, AuditFact } from "@/lib/domain/audit/events";
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
    await save(ctx, prepared, entriesOf(prepared, facts), originals);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await earlierReceipt(ctx, row.idempotencyKey, row.bodyHash);
    if (first) return first;
    if (!prepared.suppression) throw error;
    // Another filing of the same moment has put the address on the list.
    return fileOnce(ctx, { ...prepared, suppression: null }, facts, originals);
  }
  return prepared.receipt;
}

/** At once, unless files have to be kept with it. */
async function save(
  ctx: Ctx,
  prepared: PreparedFiling,
  entries: readonly AuditEntry[],
  originals: readonly Upload[],
): Promise<void> {
  const statements = await filingStatements(prepared);
  const [first] = prepared.requests;
  if (originals.length === 0 || !first) return transactAtOnce(ctx, statements, entries);
  await transact(ctx, async (work) => {
    await addTogether(work.tx, statements);
    for (const entry of entries) work.audit(entry);
    const keep = { filingId: prepared.filing.row.id, purpose: "original" } as const;
    await keepUploads(ctx, work, originals, keep, first.row.id);
  });
}

/** What the log says, a line for each. */
function entriesOf(
  { filing, requests, taskEntries, suppression }: PreparedFiling,
  facts: Readonly<Record<string, AuditFact>>,
): readonly AuditEntry[] {
  const { row } = filing;
  const at = row.receivedAt.toISOString();
  return [
    {
      type: "filing.received",
      subject: row.id,
      facts: { channel: row.channel, requests: requests.length, at, ...facts },
    },
    ...requests.map(
      ({ row: request }): AuditEntry => ({
        type: "request.received",
        subject: request.filingId,
        request: request.id,
        facts: requestFacts(request),
      }),
    ),
    ...taskEntries,
    ...(suppression
      ? [
          {
            type: "suppression.added",
            subject: suppression.row.id,
            request: suppression.row.requestId,
          } as const,
        ]
      : []),
  ];
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
