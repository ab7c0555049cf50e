import { z } from "zod";
import { buildCalendar } from "@/lib/adapters/holidays";
import { computeClock } from "@/lib/domain/clock/clock";
import { CLOCK_EVENT_TYPES, type ClockInput } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { type Calendar, HOLIDAY_POLICIES } from "@/lib/domain/law/calendar";
import { profileById, profileUnder } from "@/lib/domain/law/profile";
import { READINGS, type Readings } from "@/lib/domain/law/readings";

/**
 * Other names for a right in published lists of cases. An opt-out of sale or of targeted advertising is the
 * portal's objection to marketing, an appeal its complaint to the controller (docs/decisions).
 */
const OTHER_NAMES: Readonly<Record<string, Right>> = {
  objection_direct_marketing: "marketing_objection",
  direct_marketing_objection: "marketing_objection",
  withdrawal_of_consent: "consent_withdrawal",
  automated_decision: "automated_decision_review",
  opt_out: "marketing_objection",
  limit: "restriction",
  appeal: "complaint",
};

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const DEFAULT_TARGET_DAYS = 7;
/** A period, its extension and the rolling end at most in the second year after the last event. */
const YEARS_AFTER = 2;

const instant = z.iso
  .datetime({ offset: true, error: "is not a date and time with its offset, like 2026-03-05T10:00:00+01:00" })
  .refine((value) => {
    const year = Number(value.slice(0, 4));
    return FIRST_YEAR <= year && year <= LAST_YEAR;
  }, `is not between the years ${FIRST_YEAR} and ${LAST_YEAR}`);

/** Read first: a profile that is not there may have rights and events that we do not know. */
const headSchema = z.object(
  {
    id: z.string({ error: "is not a text" }).min(1, "is empty"),
    profile: z.string({ error: "is not a text" }),
  },
  { error: "is not an object" },
);

const caseSchema = headSchema.extend({
  region: z
    .string({ error: "is not a text" })
    .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,8}){0,2}$/, "is not a state or region, like SE or FR-57")
    .optional(),
  holidayPolicy: z
    .enum(HOLIDAY_POLICIES, { error: `is none of ${HOLIDAY_POLICIES.join(", ")}` })
    .default("official"),
  tz: z.string({ error: "is not a text" }).refine(isZone, "is not a time zone, like Europe/Stockholm"),
  right: z.string({ error: "is not a text" }),
  received: instant,
  events: z
    .array(
      z.object(
        {
          id: z.string({ error: "is not a text" }).exactOptional(),
          type: z.enum(CLOCK_EVENT_TYPES, { error: `is none of ${CLOCK_EVENT_TYPES.join(", ")}` }),
          at: instant,
          until: z.iso.date({ error: "is not a date, like 2026-05-31" }).exactOptional(),
          supersedes: z.string({ error: "is not a text" }).exactOptional(),
        },
        { error: "is not an object" },
      ),
      { error: "is not a list" },
    )
    .default([]),
  readings: z
    .strictObject(
      Object.fromEntries(
        Object.entries(READINGS).map(([name, values]) => [
          name,
          z.enum(values, { error: `is none of ${values.join(", ")}` }).exactOptional(),
        ]),
      ),
      { error: `is no object of ${Object.keys(READINGS).join(", ")}` },
    )
    .default({}),
  targetDaysBefore: z
    .int({ error: "is not a whole number" })
    .min(0, "is less than 0")
    .max(366, "is more than 366")
    .default(DEFAULT_TARGET_DAYS),
});

type Case = {
  readonly id: string;
  /** null: a law that is not there yet. */
  readonly supported: (Omit<ClockInput, "calendar"> & { readonly region: string }) | null;
};

/** Bad input: what is wrong, as one sentence for the person who wrote the file. */
export class CaseError extends Error {}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function parseCases(input: string): readonly Case[] {
  let list: unknown;
  try {
    list = JSON.parse(input);
  } catch {
    throw new CaseError('The input is not JSON: a list of cases is expected, [{"id": ..., "profile": ...}].');
  }
  if (!Array.isArray(list))
    throw new CaseError('The input is not a list: [{"id": ..., "profile": ...}] is expected.');
  return list.map(parseCase);
}

function parseCase(value: unknown, index: number): Case {
  const { id, profile: profileId } = parse(headSchema, value, `Case ${index + 1}`);
  const law = profileById(profileId);
  if (law === null) return { id, supported: null };
  const where = `Case ${index + 1} (${id})`;
  const { region, holidayPolicy, tz, right, received, events, readings, targetDaysBefore } = parse(
    caseSchema,
    value,
    where,
  );
  const profile = profileById(profileUnder(law.id, readings as Readings)) ?? law;
  const known = RIGHTS.find((each) => each === right) ?? OTHER_NAMES[right];
  if (known === undefined) throw new CaseError(`${where}: "right" is none of ${RIGHTS.join(", ")}.`);
  return {
    id,
    supported: {
      profile,
      region: (region ?? profile.region).toUpperCase(),
      holidayPolicy,
      receivedAt: received,
      zone: tz,
      right: known,
      events: events.map(({ at, until, ...event }) => ({
        ...event,
        occurredAt: at,
        ...(until === undefined ? {} : { until: until as IsoDate }),
      })),
      targetDaysBefore,
    },
  };
}

function parse<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? "it" : `"${issue.path.join(".")}"`;
  throw new CaseError(`${where}: ${field} ${issue?.message ?? "cannot be read"}.`);
}

/** One calendar per region, over all years that the cases can touch. */
function calendarsFor(cases: readonly Case[]): (region: string) => Calendar {
  const years = cases
    .flatMap(({ supported }) =>
      supported === null
        ? []
        : [supported.receivedAt, ...supported.events.map(({ occurredAt }) => occurredAt)],
    )
    .map((at) => Number(at.slice(0, 4)));
  const from = years.reduce((least, year) => Math.min(least, year), LAST_YEAR) - 1;
  const to = years.reduce((most, year) => Math.max(most, year), FIRST_YEAR) + YEARS_AFTER;
  const built = new Map<string, Calendar>();
  return (region) => {
    const calendar = built.get(region) ?? buildCalendar(region, from, to);
    built.set(region, calendar);
    return calendar;
  };
}

function answer({ id, supported }: Case, calendarOf: (region: string) => Calendar): object {
  const clock = supported && computeClock({ ...supported, calendar: calendarOf(supported.region) });
  return {
    id,
    status: clock?.status ?? "unsupported",
    due: clock?.statutory ?? null,
    nominal: clock?.nominal ?? null,
    target: clock?.target ?? null,
    safe: clock?.safe ?? null,
    ackBy: clock?.ackBy ?? null,
    extensionNoticeBy: clock?.extensionNoticeBy ?? null,
    refusalBy: clock?.refusalBy ?? null,
    confirmBy: clock?.confirmBy ?? null,
    dueEndExclusiveUtc: clock?.dueEndExclusive?.replace(".000Z", "Z") ?? null,
    derivation: clock?.derivation ?? [],
  };
}

/**
 * The clocks of a list of cases, as a JSON list in the same order.
 * @param input JSON text: [{id, profile, region?, holidayPolicy?, tz, right, received, events?, readings?, targetDaysBefore?}]
 * @throws CaseError for input that cannot be read
 */
export function answerCases(input: string): string {
  const cases = parseCases(input);
  const calendarOf = calendarsFor(cases);
  return JSON.stringify(
    cases.map((each) => answer(each, calendarOf)),
    null,
    1,
  );
}
