/** What a person reads of an activity is there in every language of the controller (GDPR Art. 12(1), 13(1)(d), 15). */
import { changedActivity } from "@/lib/domain/controller/activity";
import { activityGaps } from "@/lib/domain/controller/activity-gaps";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { anActivity } from "@/tests/support/activity";

const fields = (change: Parameters<typeof anActivity>[0]) =>
  activityGaps(anActivity(change), ["sv", "en"]).map(({ field }) => field);

test("what is said in every language lacks nothing", () => {
  expect(activityGaps(anActivity(), LANGUAGES)).toEqual([]);
});

test.each(["name", "purpose", "categories", "retention"] as const)("%s is said in both languages", (name) => {
  expect(fields({ [name]: { sv: "bara svenska", en: " " } })).toEqual([`activity.${name}.en`]);
  expect(fields({ [name]: {} })).toEqual([`activity.${name}.sv`, `activity.${name}.en`]);
  expect(activityGaps(anActivity({ [name]: { sv: "bara svenska" } }), ["sv"])).toEqual([]);
});

test("legitimate interests are put in words, and so is a consent", () => {
  expect(fields({ basis: "f" })).toEqual(["activity.interest.sv", "activity.interest.en"]);
  expect(fields({ basis: "a" })).toEqual(["activity.consent.sv", "activity.consent.en"]);
});

test("a retention rule says what it runs from", () => {
  expect(fields({ trigger: {} })).toEqual(["activity.trigger.sv", "activity.trigger.en"]);
  expect(fields({ trigger: {}, years: 0, months: 0 })).toEqual([]);
});

test("an automated decision says its logic, significance and consequences", () => {
  const automated = { logic: { sv: "x", en: "x" }, significance: {}, consequences: { sv: "x" } };
  expect(fields({ automated })).toEqual([
    "activity.automated.significance.sv",
    "activity.automated.significance.en",
    "activity.automated.consequences.en",
  ]);
});

test("a change is known by its fields, whatever the order in which a database gives keys back", () => {
  const before = anActivity();
  const turned = { ...before, name: { en: "Helpdesk", sv: "Kundtjänst" } };
  expect(changedActivity(before, turned)).toEqual([]);
  expect(changedActivity(before, anActivity({ years: 4, systems: [] }))).toEqual(["years", "systems"]);
});
