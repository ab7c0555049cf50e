import { RIGHTS } from "@/lib/domain/kernel/right";
import { PROFILE_IDS, PROFILE_STATES, profileById } from "@/lib/domain/law/profile";

describe("profiles", () => {
  it("has the GDPR in 27 states of the Union and three of the EEA", () => {
    expect(PROFILE_IDS).toHaveLength(30);
    expect(PROFILE_STATES).toHaveLength(30);
    expect(PROFILE_IDS).toEqual(
      expect.arrayContaining(["gdpr-se", "gdpr-at", "gdpr-gr", "gdpr-is", "gdpr-li", "gdpr-no"]),
    );
    for (const id of PROFILE_IDS) expect(profileById(id)?.id).toBe(id);
  });

  it("is one law: every state has the same rules", () => {
    expect(new Set(PROFILE_IDS.map((id) => profileById(id)?.rules)).size).toBe(1);
  });

  it("takes a region, in either case", () => {
    expect(profileById("gdpr-fr-57")).toMatchObject({
      id: "gdpr-fr-57",
      law: "gdpr",
      state: "FR",
      region: "FR-57",
    });
    expect(profileById("gdpr-de-BY")).toMatchObject({ id: "gdpr-de-by", region: "DE-BY" });
    expect(profileById("gdpr-se")).toMatchObject({ state: "SE", region: "SE", version: 1 });
  });

  it.each([
    "gdpr-gb",
    "gdpr-us",
    "uk-gdpr-eng",
    "ch-fadp",
    "us-ca-ccpa",
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
