import { z } from "zod";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { newestCalendar } from "@/lib/db/calendar";
import { newestOwnDays, saveOwnDays } from "@/lib/db/own-calendar";
import { lockController } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { changedOwnDays, OWN_DAY_CHANGES } from "@/lib/domain/law/own-days";
import { parse } from "@/lib/schemas/parse";
import { isoDate, requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({ change: z.enum(OWN_DAY_CHANGES), day: isoDate, reason: requiredLine(300) });

/**
 * Adds a public holiday that the calendar of the region lacks, takes one out that it wrongly has, or gives a day back
 * to the list, with a reason: a new version of the controller's own days. New requests run by it at once; the open
 * ones when `applyRecompute` says so.
 * @throws Refused not_signed_in, not_allowed, bad_input (also where nothing would change)
 */
export async function changeOwnDay(ctx: Ctx, typed: unknown): Promise<{ readonly version: number }> {
  authoriseStaff(ctx, "settings.write");
  const { change, day, reason } = parse(input, typed);
  const { id, settings } = ctx.controller;
  return transact(ctx, async ({ tx, audit }) => {
    await lockController(tx, id);
    const calendar = await newestCalendar(settings.region, tx);
    if (!calendar) throw new Error(`no calendar ${settings.region}`);
    const next = changedOwnDays(calendar, await newestOwnDays(id, tx), change, day as IsoDate);
    if (next === null)
      throw new Refused({ code: "bad_input", issues: [{ field: "day", message: "ownDay" }] });
    const what = { change, day: day as IsoDate, reason, at: ctx.now(), by: actorOf(ctx) };
    await saveOwnDays(tx, id, next, what);
    audit({
      type: "calendar.own_day_changed",
      subject: id,
      facts: { region: calendar.region, version: next.version, change, day },
    });
    return { version: next.version };
  });
}
