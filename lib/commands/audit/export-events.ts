import { authoriseStaff, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { headOf } from "@/lib/db/audit-log";
import { eventLines } from "@/lib/db/export";
import { transact } from "@/lib/db/transact";

/** A file that is sent while it is made. `close` gives back what it holds; call it in any case. */
export type ExportFile = {
  readonly name: string;
  readonly chunks: AsyncGenerator<string>;
  close(): Promise<void>;
};

/**
 * The whole log of the controller as JSON Lines: each line is exactly the text that was hashed. That it was
 * exported is its last line but for what happened in the same moment.
 * @throws Refused not_signed_in, not_allowed
 */
export async function exportEvents(ctx: Ctx): Promise<ExportFile> {
  authoriseStaff(ctx, "audit.export");
  return exportChain(ctx, { id: ctx.controller.id, name: ctx.controller.slug });
}

/** A chain from its first line to the one that says that it was exported. The caller may see it. */
export async function exportChain(
  ctx: Ctx | InstallationCtx,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<ExportFile> {
  const before = await headOf(id);
  await transact(ctx, async ({ audit }) => {
    audit({
      type: "export.events",
      facts: { lines: (before?.seq ?? -1) + 1, head: before?.hash ?? null },
    });
  });
  const last = (await headOf(id))?.seq ?? 0;
  return {
    name: `habeas-${name}-events-0-${last}-${ctx.now().toISOString().slice(0, 10)}.jsonl`,
    chunks: asText(eventLines(id, last)),
    close: async () => undefined,
  };
}

async function* asText(batches: AsyncGenerator<readonly string[]>): AsyncGenerator<string> {
  for await (const lines of batches) yield `${lines.join("\n")}\n`;
}
