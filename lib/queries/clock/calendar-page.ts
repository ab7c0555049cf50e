import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { newestCalendar } from "@/lib/db/calendar";
import { type ClockRun, newestRuns } from "@/lib/db/clock-run";
import { runLines } from "@/lib/db/clock-run-lines";
import { newestOwnDays, type OwnDaysVersion, ownDaysHistory } from "@/lib/db/own-calendar";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import { DEFAULT_REMINDERS, type ReminderPlan } from "@/lib/domain/clock/reminders";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Calendar, type HolidayPolicy, listedAs } from "@/lib/domain/law/calendar";
import { NO_OWN_DAYS } from "@/lib/domain/law/own-days";
import { openRequestsBehind } from "@/lib/queries/clock/requests-behind";

/** How a day counts: by the state's list, or because the controller said so. */
export type CalendarDay = {
  readonly day: IsoDate;
  readonly as: "holiday" | "equated" | "added" | "removed";
};

/** The calendar of a controller, one year of it, and what changes of it did to the open requests. */
export type CalendarPage = {
  readonly slug: string;
  readonly mayWrite: boolean;
  readonly zone: string;
  readonly region: string;
  readonly version: number;
  readonly own: number | null;
  readonly checkedBy: string | null;
  readonly years: readonly [from: number, to: number];
  readonly year: number;
  readonly policy: HolidayPolicy;
  readonly days: readonly CalendarDay[];
  readonly history: readonly (OwnDaysVersion & { readonly by: string | null })[];
  /** Open requests that run by another calendar, policy or profile than the one in force. */
  readonly behind: number;
  /** The recomputation that was asked for, or the newest, with a page of its list. */
  readonly run: ClockRun | null;
  /** The newest recomputations, newest first. */
  readonly runs: readonly ClockRun[];
  /** Whether the reader may open the requests that are listed. */
  readonly mayOpen: boolean;
  readonly lines: Awaited<ReturnType<typeof runLines>>;
  readonly page: number;
  readonly pages: number;
  readonly reminders: ReminderPlan;
  readonly settingsVersion: number;
};

const LINES = 50;
const CHANGES = 50;
const RUNS = 10;

/**
 * The calendar that a controller's clocks run by, and what changes of it did.
 * @param asked `run` is the id of a recomputation, or ""
 * @throws Refused not_signed_in, not_allowed
 */
export async function calendarPage(
  ctx: Ctx,
  asked: { readonly year: number; readonly page: number; readonly run: string },
): Promise<CalendarPage> {
  const { roles } = authoriseStaff(ctx, "settings.read");
  const { controller } = ctx;
  const { settings } = controller;
  const calendar = await newestCalendar(settings.region);
  if (!calendar) throw new Error(`no calendar ${settings.region}`);
  const own = await newestOwnDays(controller.id);
  const thisYear = Number(localDate(ctx.now().toISOString(), settings.zone).slice(0, 4));
  const wanted = asked.year || thisYear;
  const year = Math.min(Math.max(wanted, calendar.fromYear), calendar.toYear);
  const runs = await newestRuns(controller.id, RUNS);
  const run = runs.find(({ id }) => id === asked.run) ?? runs[0] ?? null;
  const history = await ownDaysHistory(controller.id, CHANGES);
  const names = await staffNames(history.map(({ createdBy }) => createdBy.split(":")[1] ?? "").filter(isId));
  const pages = Math.max(1, Math.ceil((run?.moved ?? 0) / LINES));
  const page = Math.min(Math.max(asked.page, 1), pages);
  return {
    slug: controller.slug,
    mayWrite: may(roles, "settings.write"),
    zone: settings.zone,
    region: calendar.region,
    version: calendar.version,
    own: own?.version ?? null,
    checkedBy: calendar.checkedBy,
    years: [calendar.fromYear, calendar.toYear],
    year,
    policy: settings.holidayPolicy,
    days: daysOf(calendar, own ?? NO_OWN_DAYS, year),
    history: history.map((change) => ({
      ...change,
      by: names.get(change.createdBy.split(":")[1] ?? "") ?? null,
    })),
    behind: await openRequestsBehind(controller),
    run,
    runs,
    mayOpen: may(roles, "request.read"),
    lines: run ? await runLines(run, page, LINES) : [],
    page,
    pages,
    reminders: settings.reminders ?? DEFAULT_REMINDERS,
    settingsVersion: controller.settingsVersion,
  };
}

function isId(text: string): boolean {
  return text.length === 36;
}

function daysOf(
  calendar: Calendar,
  own: { readonly added: ReadonlySet<IsoDate>; readonly removed: ReadonlySet<IsoDate> },
  year: number,
): CalendarDay[] {
  const all = new Set([...calendar.official, ...calendar.addedByStatute, ...own.added]);
  return [...all]
    .filter((day) => day.startsWith(`${year}-`))
    .sort()
    .map((day) => {
      if (own.removed.has(day)) return { day, as: "removed" };
      if (own.added.has(day) && !calendar.official.has(day)) return { day, as: "added" };
      return { day, as: listedAs(day, calendar, "statutory") ?? "equated" };
    });
}
