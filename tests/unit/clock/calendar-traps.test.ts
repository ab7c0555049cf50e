import { buildCalendar, regionsOf } from "@/lib/adapters/holidays";
import { covers, listedAs } from "@/lib/domain/law/calendar";
import { PROFILE_STATES } from "@/lib/domain/law/profile";
import { GDPR_STATES } from "@/lib/domain/law/profiles/gdpr";
import { on } from "./make-clock";

describe("days that are easily counted wrongly", () => {
  it.each([
    ["SE", "2026-05-25", "Whit Monday, no holiday since 2005"],
    ["SE", "2026-01-05", "the eve of Epiphany, a half day by custom"],
    ["SE", "2026-04-30", "Walpurgis eve, a half day by custom"],
    ["FI", "2026-12-31", "New Year's Eve, not in laki 150/1930"],
    ["DK", "2026-05-01", "Great Prayer Day, abolished from 2024"],
    ["NO", "2026-12-24", "Christmas Eve, not on the list"],
    ["NO", "2026-12-31", "New Year's Eve, not on the list"],
    ["IS", "2026-12-24", "a holiday from 13:00 only"],
    ["IS", "2026-12-31", "a holiday from 13:00 only"],
    ["IS", "2024-04-18", "a Thursday before the First Day of Summer"],
    ["LI", "2026-05-15", "a bridge day after Ascension"],
    ["LI", "2026-06-05", "a bridge day after Corpus Christi"],
    ["LI", "2026-12-24", "Christmas Eve, not on the list"],
    ["IE", "2026-04-03", "Good Friday, a bank holiday only"],
    ["DE", "2026-12-24", "Christmas Eve, a half day"],
    ["FR", "2026-04-03", "Good Friday outside Alsace and Moselle"],
    ["GB-ENG", "2026-06-15", "a bank holiday in Scotland alone"],
    ["GB-SCT", "2027-06-15", "a bank holiday of 2026 alone"],
    ["GB-SCT", "2026-04-06", "Easter Monday, no bank holiday in Scotland"],
    ["GB-ENG", "2026-03-17", "St Patrick's Day, Northern Ireland alone"],
    ["GB", "2026-08-31", "the summer bank holiday, not Scotland's"],
    ["US-CA", "2026-03-31", "Cesar Chavez Day, California's own"],
    ["US-CA", "2026-11-27", "the day after Thanksgiving, California's own"],
  ])("%s %s is a working day under the official policy: %s", (region, date) => {
    expect(listedAs(on(date), buildCalendar(region, 2026, 2026), "official")).toBeNull();
  });

  it.each([
    ["FI", "2026-12-31"],
    ["NO", "2026-12-24"],
    ["IS", "2026-12-24"],
    ["IE", "2026-04-03"],
  ])("%s %s is a working day under the statutory policy too", (region, date) => {
    expect(listedAs(on(date), buildCalendar(region, 2026, 2026), "statutory")).toBeNull();
  });

  it.each([
    ["FR-57", "2026-04-03"],
    ["DE-BY", "2026-01-06"],
    ["DE", "2026-10-03"],
    ["GB-SCT", "2026-06-15"],
    ["GB-SCT", "2026-08-03"],
    ["GB-ENG", "2026-08-31"],
    ["GB-WLS", "2026-12-28"],
    ["GB-NIR", "2026-03-17"],
    ["GB", "2026-12-28"],
    ["US", "2026-02-16"],
    ["US-CA", "2026-10-12"],
    ["US-VA", "2026-07-03"],
  ])("%s has %s", (region, date) => {
    expect(listedAs(on(date), buildCalendar(region, 2026, 2026), "official")).toBe("holiday");
  });
});

describe("what nobody checked", () => {
  const CHECKED = ["SE", "FI", "DK", "NO", "IS", "LI", "NL", "US"];

  it("says so for every other state", () => {
    const unchecked = PROFILE_STATES.filter((state) => buildCalendar(state, 2026, 2026).checkedBy === null);
    expect(unchecked).toEqual(PROFILE_STATES.filter((state) => !CHECKED.includes(state)));
    expect(unchecked).toHaveLength(33);
  });

  it("says so for a country and a region that the library does not know", () => {
    expect(buildCalendar("XX", 2026, 2026)).toMatchObject({ checkedBy: null, official: new Set() });
    expect(buildCalendar("FR-99", 2026, 2026).checkedBy).toBeNull();
    expect(buildCalendar("NL-GR", 2026, 2026).checkedBy).toBeNull();
  });
});

it("has a list for every state and for each of its regions", () => {
  for (const region of PROFILE_STATES.flatMap((state) => [state, ...regionsOf(state)])) {
    const { official } = buildCalendar(region, 2026, 2026);
    // No state of the Union or the EEA has fewer than seven; India has three of the whole state.
    const least = GDPR_STATES.some((state) => region.startsWith(state)) ? 7 : 3;
    expect([region, official.size >= least]).toEqual([region, true]);
    expect([...official].every((date) => /^2026-\d\d-\d\d$/.test(date))).toBe(true);
  }
  expect(regionsOf("FR")).toContain("FR-57");
  expect(regionsOf("SE")).toEqual([]);
  expect(regionsOf("US")).toEqual([]);
});

it("says which years it covers", () => {
  const calendar = buildCalendar("SE", 2026, 2027);
  expect(
    [on("2025-12-31"), on("2026-01-01"), on("2027-12-31"), on("2028-01-01")].map((date) =>
      covers(calendar, date),
    ),
  ).toEqual([false, true, true, false]);
});
