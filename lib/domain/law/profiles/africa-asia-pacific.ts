import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS } from "@/lib/domain/kernel/right";
import type { Law } from "@/lib/domain/law/law";
import { days, extensionTo, extensionTold, plainRules } from "@/lib/domain/law/profiles/plain";

const PAIA = "PAIA s. 56-57";
const APP = "Privacy Act 1988 (Cth), APP 12.4, 13.5";
const PDPA = "PDPA 2012 s. 21-22; PDP Regulations 2021 reg. 4-5";
const DPDP = "DPDP Rules 2025, rule 14";
const TAIWAN = "Art. 13 Taiwan PDPA";
/** Japan says "without delay" and no number: ours. */
const JAPAN_DAYS = 14;

/** South Africa: 30 days, once 30 more. */
export const SOUTH_AFRICA: Law = {
  law: "za",
  version: 1,
  places: [{ id: "za-paia", state: "ZA", region: "ZA" }],
  gives: ["access", "rectification", "erasure", "objection"],
  rules: plainRules(
    PAIA,
    days(30),
    ["access", "rectification", "erasure", "objection", "marketing_objection"],
    {
      extension: extensionTo(days(60), PAIA),
    },
  ),
  open: ["lastDayOff"],
  unverified: ["period", "extension", "fee", "complaint", "rights"],
  sources: [],
};

/** Australia: a reasonable period, which the authority reads as 30 days; longer only as agreed. */
export const AUSTRALIA: Law = {
  law: "au",
  version: 1,
  places: [{ id: "au-app", state: "AU", region: "AU" }],
  gives: ["access", "rectification"],
  rules: {
    ...plainRules(APP, days(30), ["access", "rectification"], { extension: extensionTold(APP) }),
    answer: { within: days(30), citation: APP, monthEndCitation: APP, byGuidance: true },
  },
  open: ["lastDayOff"],
  unverified: ["rights"],
  sources: ["OAIC: https://privacy108.com.au/insights/responding-to-access-requests/"],
};

/** Singapore: as soon as possible; if not in 30 days, the person is told in them when it will be. */
export const SINGAPORE: Law = {
  law: "sg",
  version: 1,
  places: [{ id: "sg-pdpa", state: "SG", region: "SG" }],
  gives: ["access", "rectification"],
  rules: plainRules(PDPA, days(30), ["access", "rectification"], { extension: extensionTold(PDPA) }),
  open: ["lastDayOff"],
  unverified: ["period", "extension", "rights"],
  sources: [
    "PDP Regulations 2021: https://sso.agc.gov.sg/SL-Supp/S63-2021/Published/20210129170000?DocDate=20210129170000&WholeDoc=1",
  ],
};

/** India: a grievance in at most 90 days; for requests the fiduciary publishes its own period. */
export const INDIA: Law = {
  law: "in",
  version: 1,
  places: [{ id: "in-dpdp", state: "IN", region: "IN" }],
  gives: ["access", "rectification", "erasure"],
  rules: plainRules(DPDP, days(90), ["complaint"], { inForceFrom: "2027-05-01" as IsoDate }),
  open: ["lastDayOff"],
  unverified: ["period", "rights"],
  sources: [
    "https://www.getastra.com/blog/compliance/dpdp-compliance/",
    "https://theprivacylabs.com/dpdp-act-2025",
  ],
};

/** Japan: without delay, which is no number. The date is the controller's own. */
export const JAPAN: Law = {
  law: "jp",
  version: 1,
  places: [{ id: "jp-appi", state: "JP", region: "JP" }],
  gives: ["access", "rectification", "erasure", "restriction", "objection"],
  rules: plainRules("", days(JAPAN_DAYS), []),
  open: [],
  unverified: ["period", "fee", "complaint", "rights"],
  sources: [],
};

/** Taiwan: access in 15 days and 15 more, the other rights in 30 and 30 more. */
export const TAIWAN_PDPA: Law = {
  law: "tw",
  version: 1,
  places: [{ id: "tw-pdpa", state: "TW", region: "TW" }],
  gives: ["access", "rectification", "erasure", "restriction", "objection"],
  rules: plainRules(
    TAIWAN,
    days(30),
    RIGHTS.filter((right) => right !== "complaint"),
    {
      extension: extensionTo(days(60), TAIWAN),
      exceptions: [
        {
          rights: ["access", "portability"],
          rules: {
            answer: { within: days(15), citation: TAIWAN, monthEndCitation: TAIWAN, byGuidance: false },
            extension: extensionTo(days(30), TAIWAN),
          },
        },
      ],
    },
  ),
  open: ["lastDayOff"],
  unverified: ["complaint", "rights"],
  sources: [
    "Taiwan PDPA Art. 13: https://twse-regulation.twse.com.tw/ENG/EN/law/DOC01.aspx?FLCODE=FL010627&FLNO=13",
  ],
};
