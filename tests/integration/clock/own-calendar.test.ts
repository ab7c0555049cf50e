/** What stays in memory of a controller's calendar: only what was committed. */
import { newestCalendarOf, saveOwnDays } from "@/lib/db/own-calendar";
import { quietly } from "@/lib/db/transact";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { useDatabase } from "@/tests/support/database";
import { aController } from "@/tests/support/desk";

useDatabase();

test("a version that was taken back is not remembered when another gets its number", async () => {
  const { id, settings } = await aController();
  const save = (day: string, fails: boolean) =>
    quietly(async (tx) => {
      const days = { version: 1, added: new Set([day as IsoDate]), removed: new Set<IsoDate>() };
      const by = {
        change: "added",
        day: day as IsoDate,
        reason: "Prov",
        at: new Date(),
        by: "setup",
      } as const;
      await saveOwnDays(tx, id, days, by);
      const calendar = await newestCalendarOf(id, settings.region, tx);
      expect(calendar?.official.has(day as IsoDate)).toBe(true);
      if (fails) throw new Error("taken back");
    });
  await expect(save("2027-03-03", true)).rejects.toThrow("taken back");
  expect((await newestCalendarOf(id, settings.region))?.own).toBeUndefined();
  await save("2027-03-04", false);
  const calendar = await newestCalendarOf(id, settings.region);
  expect([calendar?.own, calendar?.official.has("2027-03-03" as IsoDate)]).toEqual([1, false]);
  expect(calendar?.official.has("2027-03-04" as IsoDate)).toBe(true);
});
