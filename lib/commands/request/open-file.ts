import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { fileById, readFile, type StoredFile } from "@/lib/db/file";
import { type RightsRequest, requestById, requestsOfFiling } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { opensFile } from "@/lib/domain/access/opens-file";
import { sees } from "@/lib/domain/access/sees";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";

/** A file that is being read; `close` however the reading ends. */
export type OpenedStoredFile = {
  readonly name: string;
  readonly size: number;
  readonly chunks: AsyncGenerator<Uint8Array>;
  readonly close: () => Promise<void>;
};

const input = z.strictObject({ file: z.uuid() });

/**
 * Opens a stored file of a request for one of the staff. That it was opened, and by whom, is in the log before a byte
 * of it leaves.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found (nobody's, another controller's, deleted, or not
 *   for this person: lib/domain/access/opens-file.ts)
 */
export async function openFile(ctx: Ctx, typed: unknown): Promise<OpenedStoredFile> {
  const staff = authoriseStaff(ctx, "person.read");
  const { file: id } = parse(input, typed);
  const absent = new Refused({ code: "not_found" });
  const file = await fileById(ctx.controller.id, id);
  if (!file || file.deletedAt || file.name === null) throw absent;
  const request = (await requestsOf(ctx, file)).find(
    (each) => sees(staff, each) && opensFile(staff, each, file.purpose),
  );
  if (!request) throw absent;
  const content = await readFile(ctx.controller.id, id);
  if (!content) throw absent;
  try {
    await transact(ctx, async ({ audit }) => {
      audit({ type: "file.opened", subject: id, request: request.id, facts: { purpose: file.purpose } });
    });
  } catch (error) {
    await content.close();
    throw error;
  }
  return { name: file.name, size: file.size, chunks: content.chunks, close: content.close };
}

/** The requests a file belongs to: its own, or every one of its filing. */
async function requestsOf(ctx: Ctx, file: StoredFile): Promise<readonly RightsRequest[]> {
  if (file.requestId) {
    const request = await requestById(ctx.controller.id, file.requestId);
    return request ? [request] : [];
  }
  return file.filingId ? requestsOfFiling(ctx.controller.id, file.filingId) : [];
}
