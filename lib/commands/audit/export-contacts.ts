import { stringify } from "csv-stringify/sync";
import type { ExportFile } from "@/lib/commands/audit/export-events";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type Contact, confirmedContacts } from "@/lib/db/filing";
import { transact } from "@/lib/db/transact";
import { safeCell } from "@/lib/domain/audit/csv-cell";

const COLUMNS = ["name", "email", "language", "received_on"];

/**
 * Whom to tell when personal data that this desk holds was laid open (GDPR Art. 34): everybody with a confirmed
 * address, a line for each filing, as CSV. It is the one export with names in it, so only the data protection
 * officer may take it, and the log says that it was taken.
 * @throws Refused not_signed_in, not_allowed
 */
export async function exportContacts(ctx: Ctx): Promise<ExportFile> {
  authoriseStaff(ctx, "contacts.export");
  const { id, slug } = ctx.controller;
  await transact(ctx, async ({ audit }) => {
    audit({ type: "export.contacts", facts: { columns: COLUMNS } });
  });
  return {
    name: `habeas-${slug}-contacts-${ctx.now().toISOString().slice(0, 10)}.csv`,
    chunks: asCsv(confirmedContacts(id)),
    close: async () => undefined,
  };
}

async function* asCsv(batches: AsyncGenerator<readonly Contact[]>): AsyncGenerator<string> {
  const rows = (cells: string[][]) =>
    stringify(cells, { record_delimiter: "windows", quoted_match: /[\r\n]/ });
  yield rows([COLUMNS]);
  for await (const contacts of batches) yield rows(contacts.map(cellsOf));
}

function cellsOf({ who, language, receivedOn }: Contact): string[] {
  return [who.name, who.email, language, receivedOn].map(safeCell);
}
