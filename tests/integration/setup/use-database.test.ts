import { db } from "@/lib/db/client";
import { keys } from "@/lib/db/keys";
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
