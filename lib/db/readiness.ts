import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReadinessFacts } from "@/lib/domain/notice/readiness";
import { db } from "./client";

/** Looks at the database, its migrations and the notices; never throws. */
export async function readinessFacts(): Promise<ReadinessFacts> {
  try {
    const applied = await db().$queryRaw<{ name: string }[]>`
      select "migration_name" as name from "_prisma_migrations" where "finished_at" is not null`;
    const [seen] = await db().$queryRaw<{ oldest: number; refusals: number }[]>`
      select
        coalesce(extract(epoch from now() - min("nextAttemptAt") filter (where "nextAttemptAt" <= now())), 0)::int as oldest,
        (count(*) filter (where "lastError" is not null and "attempts" > 0))::int as refusals
      from "Notice" where "state" in ('owed', 'held', 'sending')`;
    return {
      database: true,
      migrationsDiffer: difference(applied.map((row) => row.name)),
      oldestNoticeSeconds: seen?.oldest ?? 0,
      mailRefusals: seen?.refusals ?? 0,
    };
  } catch {
    return { database: false };
  }
}

function difference(applied: readonly string[]): string[] {
  const folder = join(process.cwd(), "prisma", "migrations");
  const ours = readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? e.name : []));
  const missing = ours.filter((name) => !applied.includes(name));
  return [...missing, ...applied.filter((name) => !ours.includes(name))];
}
