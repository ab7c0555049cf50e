import { db } from "@/lib/db/client";
import { keys } from "@/lib/db/keys";
import { quietly } from "@/lib/db/transact";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();

test("db() reaches this file's own copy of the migrated database, as the app role and no other", async () => {
  const [row] = await db().$queryRaw<
    { name: string; role: string }[]
  >`SELECT current_database()::text AS name, current_user::text AS role`;
  expect(row).toEqual({ name: database.name, role: "habeas_app" });
  expect(await db().controller.count()).toBe(0);
});

test("keys of the run are there", () => {
  expect(keys().index).toHaveLength(32);
  expect(keys().keks.get(keys().activeKek)).toHaveLength(32);
});

test("a statement that adds is planned once for a connection, and one that reads every time", async () => {
  const kept = await quietly(async (tx) => {
    for (const key of ["a", "b"]) {
      await tx.$executeRaw`insert into "RateLimit" ("key", "points", "expire") values (${key}, 1, 0)`;
      await tx.$queryRaw`select "points" from "RateLimit" where "key" = ${key}`;
    }
    return tx.$queryRaw<{ statement: string; calls: number }[]>`
      select "statement", ("generic_plans" + "custom_plans")::int as "calls" from pg_prepared_statements`;
  });
  const adds = kept.filter(({ statement }) => statement.includes("RateLimit"));
  expect(adds).toEqual([{ statement: expect.stringMatching(/^insert/), calls: 2 }]);
});
