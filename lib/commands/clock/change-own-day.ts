import { z } from "zod";
import { currentBasis } from "@/lib/commands/clock/compute";
import { oweRecompute } from "@/lib/commands/clock/owe-recompute";
import { tellMoves } from "@/lib/commands/clock/tell-moves";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { newestCalendar } from "@/lib/db/calendar";
import type { Tx } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { newestOwnDays, saveOwnDays } from "@/lib/db/own-calendar";
import { lockController } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { changedOwnDays, OWN_DAY_CHANGES, type OwnDayChange, withOwnDays } from "@/lib/domain/law/own-days";
import { parse } from "@/lib/schemas/parse";
import { wholeNumber } from "@/lib/schemas/request/desk";
import { isoDate, requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({
  change: z.enum(OWN_DAY_CHANGES),
  day: isoDate,
  reason: requiredLine(300),
  /** How many open requests the person was told would get other dates. */
  movesTold: wholeNumber.optional(),
});

/**
 * Adds a public holiday that the calendar of the region lacks, takes one out that it wrongly has, or gives a day back
 * to the list, with a reason: a new version of the controller's own days. New requests run by it at once; the
 * recomputation of the open ones is owed with it.
 * @throws Refused not_signed_in, not_allowed, bad_input (also where nothing would change), moves_dates (more open
 *   requests would get other dates than the person was told)
 */
export async function changeOwnDay(ctx: Ctx, typed: unknown): Promise<{ readonly version: number }> {
  authoriseStaff(ctx, "settings.write");
  const { change, day, reason, movesTold = 0 } = parse(input, typed);
  const { id, settings } = ctx.controller;
  const { calendar, next } = await changed(ctx.controller, change, day as IsoDate);
  const basis = { ...(await currentBasis(ctx.controller)), calendar: withOwnDays(calendar, next) };
  await tellMoves({ controllerId: id, basis, targetDaysBefore: settings.targetDaysBefore }, movesTold);
  return transact(ctx, async ({ tx, audit }) => {
    await lockController(tx, id);
    const { calendar, next } = await changed(ctx.controller, change, day as IsoDate, tx);
    const what = { change, day: day as IsoDate, reason, at: ctx.now(), by: actorOf(ctx) };
    await saveOwnDays(tx, id, next, what);
    audit({
      type: "calendar.own_day_changed",
      subject: id,
      facts: { region: calendar.region, version: next.version, change, day },
    });
    await oweRecompute(ctx, { tx, audit }, ctx.controller, "own_day");
    return { version: next.version };
  });
}

/** The calendar of the region, and the own days as they would be. @throws Refused bad_input */
async function changed({ id, settings }: Controller, change: OwnDayChange, day: IsoDate, tx?: Tx) {
  const calendar = await newestCalendar(settings.region, tx);
  if (!calendar) throw new Error(`no calendar ${settings.region}`);
  const next = changedOwnDays(calendar, await newestOwnDays(id, tx), change, day);
  if (next === null) throw new Refused({ code: "bad_input", issues: [{ field: "day", message: "ownDay" }] });
  return { calendar, next };
}
