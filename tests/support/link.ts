import { linkToken } from "@/lib/db/link-token";
import type { TestDatabase } from "./database";

/** The token of a filing's newest mailed link that still works, as the mail carries it. */
export async function workingToken(database: TestDatabase, filingId: string): Promise<string> {
  const [link] = await database.query<{ id: string; purpose: string }>(
    "postgres",
    `select id, purpose from "Link" where "filingId" = $1 and "usedAt" is null and "supersededAt" is null
     order by "createdAt" desc`,
    [filingId],
  );
  if (link === undefined) throw new Error("There is no link that works.");
  return linkToken(link.id, link.purpose);
}
