import { saveSettings } from "@/lib/commands/controller/save-settings";
import { controllerById } from "@/lib/db/controller";
import { settingsView } from "@/lib/queries/controller/settings";
/** One request under each family of laws, through the real commands: filed, confirmed, extended, refused, read. */

import { letterText } from "@/emails/letters/letter-text";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { extend } from "@/lib/commands/clock/extend";
import { prepareExtension } from "@/lib/commands/clock/prepare-extension";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { remindDesk } from "@/lib/commands/clock/remind-desk";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { assign } from "@/lib/commands/request/assign";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import { setEnv } from "@/lib/env";
import { clockView } from "@/lib/queries/clock/clock-view";
import { myRequests } from "@/lib/queries/request/my-requests";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { accept, askedIdentity } from "@/tests/support/identity";
import { noticeText } from "@/tests/support/notice-text";
import { refusal, systemCtx } from "@/tests/support/office";

useDatabase();
beforeAll(() => setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" }));

type Family = {
  readonly profile: string;
  readonly region: string;
  readonly zone: string;
  readonly authority: string;
  /** The last day of a request received on 2 March 2026 at 15:00 UTC (in Sydney and Tokyo the 3rd), and once extended; null: no extension. */
  readonly last: string;
  readonly by: "running" | "promised";
  readonly extended: string | null;
  /** The day that the notice names, where the law leaves it to the notice. */
  readonly until?: string;
  /** What a refusal has to say of complaint and court. */
  readonly remedies: RegExp;
};

const FAMILIES: readonly Family[] = [
  {
    ...{ profile: "uk-gdpr-eng", region: "GB-ENG", zone: "Europe/London", authority: "gbico" },
    ...{ last: "2026-04-02", by: "running", extended: "2026-06-02" },
    remedies: /complain to us first[\s\S]*section 164A[\s\S]*Commissioner[\s\S]*court/i,
  },
  {
    ...{ profile: "ch-fadp", region: "CH", zone: "Europe/Zurich", authority: "chedoeb" },
    ...{ last: "2026-04-01", by: "running", extended: "2026-05-15", until: "2026-05-15" },
    remedies: /Federal Data Protection and Information Commissioner[\s\S]*civil court/,
  },
  {
    ...{ profile: "us-ca-ccpa", region: "US", zone: "America/Los_Angeles", authority: "uscacppa" },
    ...{ last: "2026-04-16", by: "running", extended: "2026-05-31" },
    remedies: /California Privacy Protection Agency[\s\S]*Attorney General/,
  },
  {
    ...{ profile: "us-va", region: "US", zone: "America/New_York", authority: "usvaag" },
    ...{ last: "2026-04-16", by: "running", extended: "2026-05-31" },
    remedies: /within 60 days[\s\S]*\?right=complaint[\s\S]*Attorney General/,
  },
  {
    ...{ profile: "us-ut", region: "US", zone: "America/Denver", authority: "usutag" },
    ...{ last: "2026-04-16", by: "running", extended: "2026-05-31" },
    remedies: /^(?![\s\S]*appeal to us)[\s\S]*Attorney General of Utah/,
  },
  {
    ...{ profile: "ca-pipeda", region: "CA", zone: "America/Toronto", authority: "caopc" },
    ...{ last: "2026-04-01", by: "running", extended: "2026-04-20", until: "2026-04-20" },
    remedies: /the law takes that as a refusal[\s\S]*Federal Court/,
  },
  {
    ...{ profile: "ca-qc-law25", region: "CA-QC", zone: "America/Montreal", authority: "caqccai" },
    ...{ last: "2026-04-01", by: "running", extended: null },
    remedies: /Commission d'accès[\s\S]*the law takes that as a refusal[\s\S]*Court of Québec/,
  },
  {
    ...{ profile: "br-lgpd", region: "BR", zone: "America/Sao_Paulo", authority: "branpd" },
    ...{ last: "2026-03-17", by: "running", extended: null },
    remedies: /ANPD[\s\S]*court/,
  },
  {
    ...{ profile: "za-paia", region: "ZA", zone: "Africa/Johannesburg", authority: "zair" },
    ...{ last: "2026-04-01", by: "running", extended: "2026-05-01" },
    remedies: /Information Regulator[\s\S]*court/,
  },
  {
    ...{ profile: "au-app", region: "AU", zone: "Australia/Sydney", authority: "auoaic" },
    ...{ last: "2026-04-02", by: "running", extended: "2026-04-30", until: "2026-04-30" },
    remedies: /[Cc]omplain to us first[\s\S]*Australian Information Commissioner/,
  },
  {
    ...{ profile: "sg-pdpa", region: "SG", zone: "Asia/Singapore", authority: "sgpdpc" },
    ...{ last: "2026-04-01", by: "running", extended: "2026-04-30", until: "2026-04-30" },
    remedies: /Personal Data Protection Commission[\s\S]*civil court/,
  },
  {
    ...{ profile: "jp-appi", region: "JP", zone: "Asia/Tokyo", authority: "jpppc" },
    ...{ last: "2026-03-17", by: "promised", extended: null },
    remedies: /Personal Information Protection Commission[\s\S]*court/,
  },
  {
    ...{ profile: "tw-pdpa", region: "TW", zone: "Asia/Taipei", authority: "twpdpc" },
    ...{ last: "2026-03-17", by: "running", extended: "2026-04-01" },
    remedies: /Personal Data Protection Act[\s\S]*court/,
  },
];

const UNION =
  /(?<!UK )GDPR|General Data Protection|\bEEA\b|\bEU\b|Article 1[2-9](?![^\n]* UK GDPR)|live or work/;
const EXTENSION = {
  reasons: ["many_systems"],
  specific: "Seven archives.",
  done: "Two are searched.",
} as const;
const at = (day: string) => () => new Date(`${day}T15:00:00Z`);

async function aDesk({
  profile,
  region,
  zone,
  authority,
}: Pick<Family, "profile" | "region" | "zone" | "authority">) {
  const country = region.slice(0, 2);
  const of = { profile, region, zone, authority, country, languages: ["en"] } as const;
  const controller = await aController({ ...of, otherWays: {}, feeEnabled: false });
  const officer = await staffCtxAt(controller, ["officer"], at("2026-03-03"));
  const visitor: Ctx = { ...publicCtxAt(controller, at("2026-03-02")), language: "en" };
  return { controller, officer, visitor };
}

test.each(FAMILIES)("$profile: from the filing to the letter that refuses", async (family) => {
  const { controller, officer, visitor } = await aDesk(family);
  const filing = { ...aFiling([ACCESS]), language: "en" as const };
  const { reference, requester } = await filedAndConfirmed(visitor, filing);
  const stored = async () => (await requestByReference(controller.id, reference)) ?? fail(reference);
  const seen = async () => ({ reference, version: (await stored()).version });
  expect(await stored()).toMatchObject({ statutoryOn: family.last, clockStatus: family.by });
  await accept(officer);
  const said = async (kind: string) => {
    const notice = await db().notice.findFirstOrThrow({ where: { controllerId: controller.id, kind } });
    return noticeText(notice.id);
  };
  expect(await said("receipt")).not.toMatch(UNION);

  const text = { ...EXTENSION, until: family.until ?? "" };
  await saveExtension(officer, { reference, ...text });
  const { fingerprint, missing } = await prepareExtension(officer, await stored(), text);
  expect(missing).toEqual([]);
  const sending = extend(officer, { ...(await seen()), letter: fingerprint });
  if (family.extended === null) expect(await refusal(sending)).toEqual({ code: "extension_not_possible" });
  else {
    await sending;
    await accept(officer);
    expect((await stored()).statutoryOn).toBe(family.extended);
    expect(await said("extension")).not.toMatch(UNION);
  }

  const no = {
    what: "",
    ground: "others_rights",
    reasons: "It names somebody else.",
    provision: "The Act, s. 1",
  };
  const refusals = [{ ...no, balancing: "Their interest weighs more.", keeping: NOT_KEPT }];
  await decide(officer, {
    ...(await seen()),
    answer: { ...answerTo("access", "refused", {}, "en"), refusals },
  });
  await accept(officer);
  const [mine] = (await myRequests({ ...requester, now: at("2026-03-04") })).requests;
  const letter = mine?.letter ? letterText(mine.letter) : "";
  expect(mine?.outcome).toBe("refused");
  expect(letter).toMatch(family.remedies);
  expect(letter).not.toMatch(UNION);
  expect(mine?.appealAt ?? null).toBe(
    family.profile === "us-va" ? `/${controller.slug}?right=complaint` : null,
  );
});

function fail(reference: string): never {
  throw new Error(`no request ${reference}`);
}

test("a controller that comes under another law is told how many open requests wait to be recomputed by it", async () => {
  const { controller, visitor } = await aDesk(FAMILIES[3] as Family);
  await filedAndConfirmed(visitor);
  const administrator = await staffCtxAt(controller, ["administrator"]);
  expect((await settingsView(administrator)).behind).toBe(0);
  const { readings: _, reminders: __, ...settings } = controller.settings;
  const version = controller.settingsVersion;
  await saveSettings(administrator, {
    version,
    settings: { ...settings, profile: "us-co", authority: "uscoag" },
  });
  const now = await controllerById(controller.id);
  if (!now) throw new Error("no controller");
  expect((await settingsView({ ...administrator, controller: now })).behind).toBe(1);
});

test("where the law leaves the new last day to the notice, none leaves without it", async () => {
  const swiss = FAMILIES.find(({ profile }) => profile === "ch-fadp") as Family;
  const { controller, officer, visitor } = await aDesk(swiss);
  const { reference } = await filedAndConfirmed(visitor);
  const request = await requestByReference(controller.id, reference);
  await saveExtension(officer, { reference, ...EXTENSION });
  // Whether it is in time does not hang on the day, which nobody has typed yet.
  expect(await previewExtension(officer, reference)).toMatchObject({ effective: true, newDate: null });
  const letter = "0".repeat(64);
  const sent = extend(officer, { reference, version: request?.version ?? 0, letter });
  expect(await refusal(sent)).toEqual({ code: "refusal_incomplete", missing: ["until"] });
});

test.each([
  ["ca-pipeda", "2026-06-01", "until_late"], // PIPEDA s. 8(4): at most thirty days more
  ["ca-pipeda", "2026-04-01", "until_early"],
  ["ch-fadp", "2026-03-20", "until_early"],
])(
  "under %s a notice that names %s would bring about another day, and does not leave",
  async (profile, until, why) => {
    const { controller, officer, visitor } = await aDesk(
      FAMILIES.find((each) => each.profile === profile) as Family,
    );
    const { reference } = await filedAndConfirmed(visitor);
    const request = await requestByReference(controller.id, reference);
    await saveExtension(officer, { reference, ...EXTENSION, until });
    const sent = extend(officer, { reference, version: request?.version ?? 0, letter: "0".repeat(64) });
    expect(await refusal(sent)).toEqual({ code: "refusal_incomplete", missing: [why] });
  },
);

test("an appeal after a refusal has its own time, and California's opt-out 15 business days", async () => {
  const colorado = await aDesk({ ...(FAMILIES[3] as Family), profile: "us-co", authority: "uscoag" });
  const appeal = await filedAndConfirmed(
    colorado.visitor,
    aFiling([{ right: "complaint", what: "Reference X" }]),
  );
  expect(await requestByReference(colorado.controller.id, appeal.reference)).toMatchObject({
    ...{ statutoryOn: "2026-04-16", clockStatus: "running" },
  });
  const california = await aDesk(FAMILIES[2] as Family);
  const optOut = { right: "objection", what: "", disclosure: true, situation: "" } as const;
  const { reference } = await filedAndConfirmed(california.visitor, aFiling([optOut]));
  const request = await requestByReference(california.controller.id, reference);
  expect(request).toMatchObject({ statutoryOn: "2026-03-23", clockStatus: "running" });
});

test("a right that the law at hand does not give cannot be filed, whoever sends it", async () => {
  const { visitor } = await aDesk(FAMILIES[5] as Family);
  const asked = filedAndConfirmed(visitor, aFiling([{ right: "portability", to: "me", receiver: "" }]));
  expect(await refusal(asked)).toEqual({
    code: "bad_input",
    issues: [{ field: "rights", message: "rightNotGiven" }],
  });
});

test.each([
  ["uk-gdpr-eng", "not_started"],
  ["ch-fadp", "running"],
  ["us-ca-ccpa", "running"],
])("under %s a request for proof of identity leaves the time %s", async (profile, status) => {
  const { controller, officer, visitor } = await aDesk(
    FAMILIES.find((each) => each.profile === profile) as Family,
  );
  const { reference } = await filedAndConfirmed(visitor);
  await askedIdentity(officer, reference);
  expect(await requestByReference(controller.id, reference)).toMatchObject({ clockStatus: status });
});

test("in the United Kingdom a question about what is meant stops the time for access alone", async () => {
  const { controller, officer, visitor } = await aDesk(FAMILIES[0] as Family);
  const ask = async (reference: string) => {
    const request = await requestByReference(controller.id, reference);
    const question = { text: "Which year?", category: "period", reason: "Four registers" };
    await askPausing(officer, { reference, version: request?.version ?? 0, ...question });
    await accept(officer);
    return (await requestByReference(controller.id, reference))?.clockStatus;
  };
  const access = await filedAndConfirmed(visitor);
  expect(await ask(access.reference)).toBe("paused");
  const erasure = await filedAndConfirmed(visitor, aFiling([{ right: "erasure", grounds: [], what: "" }]));
  expect(await refusal(ask(erasure.reference))).toEqual({ code: "clock_cannot_stop" });
});

test("receipt in California is to be confirmed in ten business days: a limit at the desk, reminded of until it is", async () => {
  const { controller, officer, visitor } = await aDesk(FAMILIES[2] as Family);
  const { reference } = await filedAndConfirmed(visitor);
  await assign(officer, { reference, version: 1, assigneeId: officer.staffId });
  const limit = async () => {
    const { clock, confirmedOn } = await clockView(officer, reference);
    return [clock.ackBy, confirmedOn];
  };
  expect(await limit()).toEqual(["2026-03-16", null]);
  const kinds = async (requestId?: string) => {
    const where = { controllerId: controller.id, ...(requestId ? { requestId } : {}) };
    return (await db().reminder.findMany({ where })).map(({ kind }) => kind);
  };
  await remindDesk({ ...systemCtx(), now: at("2026-03-12") });
  expect(await kinds()).not.toContain("acknowledgement");
  await remindDesk({ ...systemCtx(), now: at("2026-03-13") });
  expect(await kinds()).toContain("acknowledgement");
  await accept(officer);
  expect(await limit()).toEqual(["2026-03-16", "2026-03-03"]);
  const other = await filedAndConfirmed(visitor);
  await accept(officer);
  await remindDesk({ ...systemCtx(), now: at("2026-03-16") });
  const { id } = (await requestByReference(controller.id, other.reference)) ?? fail(other.reference);
  expect(await kinds(id)).not.toContain("acknowledgement");
  expect((await kinds(id)).length).toBeGreaterThan(0);
});
