import { stringify } from "csv-stringify/sync";
import type { ExportFile } from "@/lib/commands/audit/export-events";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { countSuppressions, suppressionsOf } from "@/lib/db/suppression";
import { transact } from "@/lib/db/transact";
import { safeCell } from "@/lib/domain/audit/csv-cell";

const COLUMNS = ["email", "since"];
const AT_ONCE = 500;

/**
 * The addresses that no direct marketing may go to (GDPR Art. 21(3)), newest first, as CSV: for the systems that send,
 * so that it stays stopped there. The log says that it was taken, and how long it was.
 * @throws Refused not_signed_in, not_allowed
 */
export async function exportSuppressions(ctx: Ctx): Promise<ExportFile> {
  authoriseStaff(ctx, "suppression.read");
  const { id, slug } = ctx.controller;
  const addresses = await countSuppressions(id);
  await transact(ctx, async ({ audit }) => {
    audit({ type: "export.suppressions", facts: { addresses } });
  });
  return {
    name: `habeas-${slug}-suppressions-${ctx.now().toISOString().slice(0, 10)}.csv`,
    chunks: asCsv(id),
    close: async () => undefined,
  };
}

async function* asCsv(controllerId: string): AsyncGenerator<string> {
  const rows = (cells: string[][]) =>
    stringify(cells, { record_delimiter: "windows", quoted_match: /[\r\n]/ });
  yield rows([COLUMNS]);
  for (let skip = 0; ; skip += AT_ONCE) {
    const entries = await suppressionsOf(controllerId, { take: AT_ONCE, skip });
    if (entries.length === 0) return;
    yield rows(
      entries.flatMap(({ address, createdAt }) =>
        address === null ? [] : [[address, createdAt.toISOString()].map(safeCell)],
      ),
    );
  }
}
