import { RIGHTS } from "@/lib/domain/kernel/right";
import { answerTime } from "@/lib/domain/law/answer-time";
import {
  isAuthorityUnder,
  PROFILE_IDS,
  PROFILE_STATES,
  profileById,
  profileUnder,
  rightsUnder,
  WHOLE_LAW_IDS,
} from "@/lib/domain/law/profile";
import { READINGS } from "@/lib/domain/law/readings";
import { settingsInput } from "@/lib/schemas/controller/settings";
import { SETTINGS } from "../emails/invented";

const OF_GDPR = PROFILE_IDS.filter((id) => id.startsWith("gdpr-"));

it("has every law that has a rule", () => {
  expect(PROFILE_IDS).toHaveLength(82);
  expect(new Set(PROFILE_IDS).size).toBe(82);
  expect(PROFILE_STATES).toHaveLength(41);
  for (const id of PROFILE_IDS) expect(profileById(id)?.id).toBe(id);
});

it("says where it comes from, or that it is from memory", () => {
  for (const id of PROFILE_IDS) {
    const { sources = [], unverified = [] } = profileById(id) ?? {};
    expect([id, sources.length > 0 || unverified.includes("period")]).toEqual([id, true]);
  }
});

it("gives each law its rights, and the stops and a complaint under every law", () => {
  expect(rightsUnder("gdpr-se")).toEqual(RIGHTS);
  expect(rightsUnder("us-va")).not.toContain("restriction");
  expect(rightsUnder("us-ca-ccpa")).toContain("restriction");
  for (const id of PROFILE_IDS) {
    const always = ["marketing_objection", "consent_withdrawal", "complaint"];
    expect(rightsUnder(id)).toEqual(expect.arrayContaining(always));
  }
});

it("tells the time of an answer before anybody asks", () => {
  const months = (count: number) => ({ unit: "months", count });
  const days = (count: number) => ({ unit: "days", count });
  const law = { by: "law", told: false };
  expect(answerTime({ profile: "gdpr-se" })).toEqual({ ...law, within: months(1), extra: months(2) });
  expect(answerTime({ profile: "us-va" })).toEqual({ ...law, within: days(45), extra: days(45) });
  expect(answerTime({ profile: "br-lgpd" })).toEqual({ ...law, within: days(15), extra: null });
  expect(answerTime({ profile: "ch-fadp" })).toEqual({
    by: "law",
    told: true,
    within: days(30),
    extra: null,
  });
  expect(answerTime({ profile: "jp-appi" })).toMatchObject({ by: "promise", within: days(14) });
  for (const profile of PROFILE_IDS) expect(answerTime({ profile }).within.count).toBeGreaterThan(0);
});

it("offers a controller whole laws only: not the rules of complaints, appeals or opt-outs alone", () => {
  const parts = PROFILE_IDS.filter((id) => !WHOLE_LAW_IDS.includes(id));
  expect(parts.filter((id) => !id.endsWith("-appeal"))).toEqual(["uk-complaint", "us-ca-optout"]);
  for (const profile of parts) {
    const { state = "", region = "" } = profileById(profile) ?? {};
    const chosen = { ...SETTINGS, profile, country: state, region };
    expect(settingsInput.safeParse(chosen).error?.issues[0]).toMatchObject({
      ...{ path: ["profile"], message: "errors.profile" },
    });
  }
  for (const id of WHOLE_LAW_IDS) expect(rightsUnder(id)).toContain("access");
});

it("knows whose authorities watch over a law: its own state's, and of the GDPR every state's", () => {
  expect(isAuthorityUnder("uk-gdpr-eng", ["GB"])).toBe(true);
  expect(isAuthorityUnder("uk-gdpr-eng", ["DK"])).toBe(false);
  expect(isAuthorityUnder("gdpr-se", ["DK"])).toBe(true); // a lead authority of another state, Art. 56 GDPR
  expect(isAuthorityUnder("gdpr-fr-57", ["FR"])).toBe(true);
  expect(isAuthorityUnder("gdpr-se", ["GB", "US"])).toBe(false);
});

it.each(WHOLE_LAW_IDS)("lets an administrator of its own country choose %s", (profile) => {
  const { state = "", region = "" } = profileById(profile) ?? {};
  const chosen = { ...SETTINGS, profile, country: state, region };
  expect(settingsInput.safeParse(chosen).error?.issues ?? []).toEqual([]);
});

describe("profiles under readings", () => {
  it("names what differs from the default, and only what the law leaves open", () => {
    expect(profileUnder("gdpr-se", {})).toBe("gdpr-se");
    expect(profileUnder("GDPR-SE", { identity: "pauses", firstDay: "counted" })).toBe("gdpr-se");
    const both = profileUnder("gdpr-se", { halfDays: "holidays", identity: "restarts" });
    expect(both).toBe("gdpr-se;identity=restarts;halfdays=holidays");
    expect(profileById(both)?.rules.start.waitsFor).toEqual(["identity"]);
    expect(profileUnder(both, {})).toBe("gdpr-se");
  });

  it("changes the rules for every open question of every law", () => {
    for (const id of PROFILE_IDS) {
      const plain = profileById(id);
      for (const name of plain?.open ?? []) {
        const under = profileById(profileUnder(id, { [name]: READINGS[name][1] }));
        expect([id, name, JSON.stringify(under?.rules) === JSON.stringify(plain?.rules)]).toEqual([
          id,
          name,
          false,
        ]);
      }
    }
  });
});

describe("profiles", () => {
  it("has the GDPR in 27 states of the Union and three of the EEA", () => {
    expect(OF_GDPR).toHaveLength(30);
    expect(OF_GDPR).toEqual(
      expect.arrayContaining(["gdpr-se", "gdpr-at", "gdpr-gr", "gdpr-is", "gdpr-li", "gdpr-no"]),
    );
    for (const id of PROFILE_IDS) expect(profileById(id)?.id).toBe(id);
  });

  it("is one law: every state has the same rules", () => {
    expect(new Set(OF_GDPR.map((id) => profileById(id)?.rules)).size).toBe(1);
  });

  it("takes a region, in either case", () => {
    expect(profileById("gdpr-fr-57")).toMatchObject({
      id: "gdpr-fr-57",
      law: "gdpr",
      state: "FR",
      region: "FR-57",
    });
    expect(profileById("gdpr-de-BY")).toMatchObject({ id: "gdpr-de-by", region: "DE-BY" });
    expect(profileById("gdpr-se")).toMatchObject({ state: "SE", region: "SE", version: 2 });
  });

  it.each([
    "gdpr-gb",
    "gdpr-us",
    "uk-gdpr-fra",
    "us-ca",
    "us-ca-ccpa-la",
    "us-ut-appeal",
    "gdpr-se;identity=pauses",
    "gdpr-se;firstday=counted",
    "gdpr-se;identity",
    "gdpr-se;",
    "uk-gdpr-eng;identity=restarts",
    "gdpr",
    "gdpr-",
    "gdpr-se-",
    "",
    "gdpr-se-1-2-3",
    "constructor",
  ])("does not know %p", (id) => expect(profileById(id)).toBeNull());

  it("says of every right whether the law sets its last day", () => {
    const rules = profileById("gdpr-se")?.rules;
    const kinds = RIGHTS.map((right) => `${right}: ${rules?.rights[right].lastDay}`);
    expect(kinds).toEqual([
      "access: statutory",
      "rectification: statutory",
      "erasure: statutory",
      "restriction: statutory",
      "portability: statutory",
      "objection: statutory",
      "marketing_objection: statutory",
      "consent_withdrawal: none",
      "automated_decision_review: statutory",
      "complaint: promised",
    ]);
  });
});
