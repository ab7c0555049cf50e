import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { emailIndex, nameWords, wordIndex } from "@/lib/db/person-index";
import { requestByReference } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { sees } from "@/lib/domain/access/sees";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { searchInput } from "@/lib/schemas/request/queue";

/** Where a search leads: to one request, or to the queue of those whose person has all these indexes (hex). */
export type Found = { readonly reference: string } | { readonly who: readonly string[] };

const MOST_WORDS = 8;

/**
 * Finds by reference, exact address or whole words of the name. A search for a person is written into the
 * log, without what was typed; what was typed never stands in an address.
 * @throws Refused not_signed_in, not_allowed, bad_input
 */
export async function search(ctx: Ctx, typed: unknown): Promise<Found> {
  const staff = authoriseStaff(ctx, "queue.read");
  const { search: text } = parse(searchInput, typed);
  const { id } = ctx.controller;
  const stored = readReference(text);
  const request = stored && (await requestByReference(id, stored));
  if (request && sees(staff, request)) return { reference: request.reference };

  authoriseStaff(ctx, "person.search");
  const words = text.includes("@") ? [] : nameWords(text).slice(0, MOST_WORDS);
  const hashes = text.includes("@") ? [emailIndex(id, text)] : words.map((word) => wordIndex(id, word));
  if (hashes.length === 0) {
    throw new Refused({ code: "bad_input", issues: [{ field: "search", message: "required" }] });
  }
  await transact(ctx, async ({ audit }) => {
    audit({
      type: "person.searched",
      facts: { by: text.includes("@") ? "email" : "name", words: words.length },
    });
  });
  return { who: hashes.map((hash) => Buffer.from(hash).toString("hex")) };
}
