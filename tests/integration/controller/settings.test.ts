import { changeSlug } from "@/lib/commands/controller/change-slug";
import { createController } from "@/lib/commands/controller/create-controller";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { controllerBySlug, currentSlug } from "@/lib/db/controller";
import { newestSettings } from "@/lib/db/settings";
import { ROLES } from "@/lib/domain/access/access";
import { useDatabase } from "@/tests/support/database";
import { SETTINGS, setupCtx } from "@/tests/support/desk";
import { issuesOf, makeController, makeStaff, publicCtx, refusalOf, staffOf } from "@/tests/support/staff";

const database = useDatabase();

const linesOf = async (chain: string) =>
  (
    await database.query<{ line: string }>(
      "postgres",
      `select line from "AuditEvent" where "chainId" = $1 order by seq`,
      [chain],
    )
  ).map(({ line }) => JSON.parse(line));

async function desk() {
  const controller = await makeController();
  const admin = await makeStaff(controller.id, ["administrator"]);
  return { controller, admin, ctx: () => controller.as(admin.id, ["administrator"]) };
}

test("a controller begins with version 1 of its settings and the first line of its own log", async () => {
  const controller = await makeController({ name: "Sydvik AB" });
  const stored = await controllerBySlug(controller.slug);
  expect(stored).toMatchObject({ id: controller.id, settingsVersion: 1, settings: { name: "Sydvik AB" } });
  const lines = await linesOf(controller.id);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ type: "controller.created", actor: "setup", seq: 0 });
});

test.each([
  [{ zone: "Mars/Olympus" }, "settings.zone:zone"],
  [{ zone: "" }, "settings.zone:zone"],
  [{ profile: "gdpr-us" }, "settings.profile:profile"],
  [{ profile: "gdpr-dk" }, "settings.profile:profileOfCountry"],
  [{ authority: "nowhere" }, "settings.authority:authority"],
  [{ authority: "gbico" }, "settings.authority:authorityOfLaw"],
  [{ profile: "uk-complaint", country: "GB", region: "GB-ENG" }, "settings.profile:profile"],
  [{ profile: "us-va-appeal", country: "US", region: "US" }, "settings.profile:profile"],
  [
    { profile: "uk-gdpr-eng", country: "GB", region: "GB-ENG", authority: "dkdi" },
    "settings.authority:authorityOfLaw",
  ],
  [{ region: "DE-BY" }, "settings.region:regionOfCountry"],
  [{ region: "SE-ZZ" }, "settings.region:noCalendar"],
  [{ name: "" }, "settings.name:required"],
  [{ name: "x\r\nBcc: y" }, "settings.name:characters"],
  [{ contactEmail: "a@x.example,b@y.example" }, "settings.contactEmail:email"],
  [{ privacyPolicyUrl: "javascript:alert(1)" }, "settings.privacyPolicyUrl:webAddress"],
  [{ privacyPolicyUrl: "http://norrvik.example" }, "settings.privacyPolicyUrl:webAddress"],
  [{ cookieSettingsUrl: "data:text/html,x" }, "settings.cookieSettingsUrl:webAddress"],
  [{ languages: [] }, "settings.languages:languagesRequired"],
  [{ languages: ["sv", "sv"] }, "settings.languages:languageTwice"],
  [{ targetDaysBefore: 29 }, "settings.targetDaysBefore:targetDays"],
  [{ targetDaysBefore: { not: 1 } }, "settings.targetDaysBefore:targetDays"],
  [{ dpo: { name: "Maj", email: "", phone: "" } }, "settings.dpo.email:dpoContact"],
  [{ extra: true }, "settings:unknownField"],
])("settings with %j are refused at %s", async (change, issue) => {
  const creating = createController(setupCtx(), { slug: "refused", settings: { ...SETTINGS, ...change } });
  expect(await issuesOf(creating)).toContain(issue);
});

test.each(["api", "staff", "my", "c", "a", "-x", "Å", "x--y", "a".repeat(41), "x/y", ""])(
  "%j is no slug",
  async (slug) => {
    const [issue] = await issuesOf(createController(setupCtx(), { slug, settings: SETTINGS }));
    expect(issue).toMatch(/^slug:/);
  },
);

test("only the console and administrators make controllers", async () => {
  const input = { slug: "not-made", settings: SETTINGS };
  await makeController();
  expect(await refusalOf(createController(publicCtx(), input))).toBe("not_signed_in");
  for (const role of ROLES.filter((each) => each !== "administrator")) {
    expect(
      await refusalOf(createController(staffOf("00000000-0000-4000-8000-000000000001", [role]), input)),
    ).toBe("not_allowed");
  }
});

test("every save is a version and an event that names what changed and none of its words", async () => {
  const { controller, ctx } = await desk();
  const settings = { ...SETTINGS, contactPhone: "+46 1", otherWays: { sv: "Ring oss.", en: "Call us." } };
  expect(await saveSettings(await ctx(), { version: 1, settings })).toMatchObject({ version: 2 });
  expect(await saveSettings(await ctx(), { version: 2, settings })).toMatchObject({ version: 2 });
  const [event] = (await linesOf(controller.id)).slice(-1);
  expect(event).toMatchObject({
    type: "settings.changed",
    facts: { version: 2, changed: ["contactPhone", "otherWays"] },
  });
  expect(JSON.stringify(event)).not.toMatch(/Ring/);
  const versions = await newestSettings(controller.id, 10);
  expect(versions.map(({ version, settings: { contactPhone } }) => [version, contactPhone])).toEqual([
    [2, "+46 1"],
    [1, SETTINGS.contactPhone],
  ]);
});

test("of twenty saves of one version one is kept, and the others hear what changed", async () => {
  const { ctx } = await desk();
  const saves = Array.from({ length: 20 }, async (_, n) =>
    saveSettings(await ctx(), { version: 1, settings: { ...SETTINGS, name: `Namn ${n}` } }),
  );
  const ended = await Promise.allSettled(saves);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const each of ended) {
    if (each.status === "fulfilled") continue;
    expect(each.reason.refusal).toEqual({ code: "changed_meanwhile", version: 2, changed: ["name"] });
  }
});

test("settings are read by those who work with them and written by the administrator", async () => {
  const { controller, admin } = await desk();
  for (const role of ROLES.filter((each) => each !== "administrator")) {
    const ctx = await controller.as(admin.id, [role]);
    expect(await refusalOf(saveSettings(ctx, { version: 1, settings: SETTINGS }))).toBe("not_allowed");
    expect(await refusalOf(changeSlug(ctx, { slug: "elsewhere" }))).toBe("not_allowed");
  }
});

test("every address a controller had leads to it for ever and is never another's", async () => {
  const one = await desk();
  const two = await desk();
  const [first, second, third] = [
    one.controller.slug,
    `${one.controller.slug}-b`,
    `${one.controller.slug}-c`,
  ];
  await changeSlug(await one.ctx(), { slug: second });
  await changeSlug(await one.ctx(), { slug: third });
  expect(await currentSlug(first)).toBe(third);
  expect(await currentSlug(second)).toBe(third);
  for (const taken of [first, second, third]) {
    expect(await issuesOf(changeSlug(await two.ctx(), { slug: taken }))).toEqual(["slug:slugTaken"]);
    expect(await issuesOf(createController(setupCtx(), { slug: taken, settings: SETTINGS }))).toEqual([
      "slug:slugTaken",
    ]);
  }
  await changeSlug(await one.ctx(), { slug: first });
  expect(await currentSlug(third)).toBe(first);
});
