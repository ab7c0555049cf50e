import { stringify } from "csv-stringify/sync";
import type { ExportFile } from "@/lib/commands/audit/export-events";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { openRegister } from "@/lib/db/export";
import { transact } from "@/lib/db/transact";
import {
  REGISTER_COLUMNS,
  REGISTER_VERSION,
  type RegisterEntry,
  registerCells,
} from "@/lib/domain/audit/register";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The register of the controller's requests as CSV, without anything that says whose they are, as it is at
 * one instant. RFC 4180; for Excel in the Nordic languages with semicolons and a byte order mark.
 * @throws Refused not_signed_in, not_allowed
 */
export async function exportRequests(ctx: Ctx, { excel }: { readonly excel: boolean }): Promise<ExportFile> {
  authoriseStaff(ctx, "audit.export");
  const { id, slug } = ctx.controller;
  const register = await openRegister(id);
  try {
    await transact(ctx, async ({ audit }) => {
      audit({
        type: "export.requests",
        facts: { requests: register.count, columns: REGISTER_VERSION, excel },
      });
    });
  } catch (error) {
    await register.close();
    throw error;
  }
  const day = ctx.now().toISOString().slice(0, 10);
  return {
    name: `habeas-${slug}-requests-v${REGISTER_VERSION}-${day}${excel ? "-excel" : ""}.csv`,
    chunks: asCsv(register.batches, excel),
    close: register.close,
  };
}

async function* asCsv(
  batches: AsyncGenerator<readonly RegisterEntry[]>,
  excel: boolean,
): AsyncGenerator<string> {
  const rows = (cells: readonly (readonly string[])[]) =>
    stringify(
      cells.map((each) => [...each]),
      // A cell with a lone line break would split in two without the quotes (csv-stringify quotes for "\r\n" only).
      { delimiter: excel ? ";" : ",", record_delimiter: "windows", quoted_match: /[\r\n]/ },
    );
  yield `${excel ? BYTE_ORDER_MARK : ""}${rows([REGISTER_COLUMNS])}`;
  for await (const entries of batches) yield rows(entries.map(registerCells));
}
