import { buildCalendar } from "@/lib/adapters/holidays";

const DAY_MS = 86_400_000;
const EASTER: Readonly<Record<number, string>> = {
  2015: "2015-04-05",
  2016: "2016-03-27",
  2017: "2017-04-16",
  2018: "2018-04-01",
  2019: "2019-04-21",
  2020: "2020-04-12",
  2021: "2021-04-04",
  2022: "2022-04-17",
  2023: "2023-04-09",
  2024: "2024-03-31",
  2025: "2025-04-20",
  2026: "2026-04-05",
  2027: "2027-03-28",
  2028: "2028-04-16",
  2029: "2029-04-01",
  2030: "2030-04-21",
  2031: "2031-04-13",
  2032: "2032-03-28",
  2033: "2033-04-17",
  2034: "2034-04-09",
  2035: "2035-03-25",
  2036: "2036-04-13",
  2037: "2037-04-05",
  2038: "2038-04-25",
  2039: "2039-04-10",
  2040: "2040-04-01",
  2041: "2041-04-21",
};
const YEARS = Object.keys(EASTER).map(Number);

type Rule = (year: number) => string;

const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const fixed =
  (monthDay: string): Rule =>
  (year) =>
    `${year}-${monthDay}`;
const easter =
  (days: number): Rule =>
  (year) =>
    text(Date.parse(EASTER[year] ?? "") + days * DAY_MS);
/** The first such weekday (0 = Sunday) on or after a date. */
const weekday =
  (day: number, monthDay: string): Rule =>
  (year) => {
    const first = Date.parse(`${year}-${monthDay}`);
    return text(first + ((day - new Date(first).getUTCDay() + 7) % 7) * DAY_MS);
  };

const NEW_YEAR = fixed("01-01");
const EPIPHANY = fixed("01-06");
const MAUNDY_THURSDAY = easter(-3);
const GOOD_FRIDAY = easter(-2);
const EASTER_MONDAY = easter(1);
const MAY_DAY = fixed("05-01");
const ASCENSION = easter(39);
const WHIT_MONDAY = easter(50);
const CHRISTMAS = [fixed("12-25"), fixed("12-26")];
const MIDSUMMER_EVE = weekday(5, "06-19");
const MIDSUMMER_DAY = weekday(6, "06-20");
const ALL_SAINTS = weekday(6, "10-31");

/** The fourth Friday after Easter until 2023; from then on the rule names a day that is a holiday anyway. */
const GREAT_PRAYER_DAY: Rule = (year) => (year < 2024 ? easter(26)(year) : `${year}-01-01`);

/** What each state's law lists besides Sundays, and what its law of time treats alike. */
const STATES: readonly {
  readonly state: string;
  readonly source: string;
  readonly official: readonly Rule[];
  readonly equated: readonly Rule[];
}[] = [
  {
    state: "SE",
    source: "lag (1989:253); lag (1930:173) 2 §",
    official: [
      NEW_YEAR,
      EPIPHANY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      MAY_DAY,
      ASCENSION,
      fixed("06-06"),
      MIDSUMMER_DAY,
      ALL_SAINTS,
      ...CHRISTMAS,
    ],
    equated: [MIDSUMMER_EVE, fixed("12-24"), fixed("12-31")],
  },
  {
    state: "FI",
    source: "laki 150/1930 5 §",
    official: [
      NEW_YEAR,
      EPIPHANY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      MAY_DAY,
      ASCENSION,
      MIDSUMMER_DAY,
      ALL_SAINTS,
      fixed("12-06"),
      ...CHRISTMAS,
    ],
    equated: [MIDSUMMER_EVE, fixed("12-24")],
  },
  {
    state: "DK",
    source:
      "the holidays of the Danish church law, without Great Prayer Day from 2024; forældelsesloven § 27, stk. 2",
    official: [
      NEW_YEAR,
      MAUNDY_THURSDAY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      GREAT_PRAYER_DAY,
      ASCENSION,
      WHIT_MONDAY,
      ...CHRISTMAS,
    ],
    equated: [fixed("06-05"), fixed("12-24"), fixed("12-31")],
  },
  {
    state: "NO",
    source: "OJ C 27/4 (2014), C 455/9 (2014)",
    official: [
      NEW_YEAR,
      MAUNDY_THURSDAY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      MAY_DAY,
      fixed("05-17"),
      ASCENSION,
      WHIT_MONDAY,
      ...CHRISTMAS,
    ],
    equated: [],
  },
  {
    state: "IS",
    source: "OJ C 27/4 (2014), C 455/9 (2014)",
    official: [
      NEW_YEAR,
      MAUNDY_THURSDAY,
      GOOD_FRIDAY,
      EASTER_MONDAY,
      weekday(4, "04-19"),
      MAY_DAY,
      ASCENSION,
      WHIT_MONDAY,
      fixed("06-17"),
      weekday(1, "08-01"),
      ...CHRISTMAS,
    ],
    equated: [],
  },
  {
    state: "LI",
    source: "OJ C 27/4 (2014), C 455/9 (2014)",
    official: [
      NEW_YEAR,
      fixed("01-02"),
      EPIPHANY,
      fixed("02-02"),
      easter(-47),
      fixed("03-19"),
      GOOD_FRIDAY,
      EASTER_MONDAY,
      MAY_DAY,
      ASCENSION,
      WHIT_MONDAY,
      easter(60),
      fixed("08-15"),
      fixed("09-08"),
      fixed("11-01"),
      fixed("12-08"),
      ...CHRISTMAS,
      fixed("12-31"),
    ],
    equated: [],
  },
  {
    state: "NL",
    source: "Algemene termijnenwet art. 3; the King's birthday a day earlier when it is a Sunday",
    official: [
      NEW_YEAR,
      EASTER_MONDAY,
      (year) => (new Date(`${year}-04-27`).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`),
      fixed("05-05"),
      ASCENSION,
      WHIT_MONDAY,
      ...CHRISTMAS,
    ],
    equated: [GOOD_FRIDAY],
  },
];

const sunday = (date: string) => new Date(date).getUTCDay() === 0;
const datesOf = (rules: readonly Rule[], year: number) =>
  [...new Set(rules.map((rule) => rule(year)))].sort();
const listed = (dates: ReadonlySet<string>, year: number) =>
  [...dates].filter((date) => date.startsWith(`${year}-`)).sort();
/** Sundays are days off anyway; whether a list names them makes no difference. */
const onWeekdays = (dates: readonly string[]) => dates.filter((date) => !sunday(date));

describe.each(STATES)("$state, by $source", ({ state, official, equated }) => {
  const calendar = buildCalendar(state, 2015, 2041);

  it.each(YEARS)("lists the public holidays of %i and no other day", (year) => {
    expect(onWeekdays(listed(calendar.official, year))).toEqual(onWeekdays(datesOf(official, year)));
  });

  it.each(YEARS)("keeps the days that are only treated like holidays in %i apart", (year) => {
    expect(listed(calendar.addedByStatute, year)).toEqual(datesOf(equated, year));
  });

  it("says by what it was checked", () => expect(calendar.checkedBy).not.toBeNull());
});
