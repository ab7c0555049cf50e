import type { Law } from "@/lib/domain/law/law";
import { days, extensionTold, plainRules } from "@/lib/domain/law/profiles/plain";

const PIPEDA = "PIPEDA s. 8(3)-(4)";
const QUEBEC = "Act respecting the protection of personal information in the private sector, s. 32";
const LGPD = "Art. 19 LGPD";

/** Canada, private sector: 30 days, at most 30 more by a notice inside them. Silence is a refusal. */
export const CANADA: Law = {
  law: "ca",
  version: 1,
  places: [{ id: "ca-pipeda", state: "CA", region: "CA" }],
  gives: ["access", "rectification", "erasure"],
  rules: plainRules(PIPEDA, days(30), ["access", "rectification", "erasure"], {
    extension: extensionTold(PIPEDA, days(60)),
  }),
  open: ["lastDayOff"],
  unverified: ["rights"],
  sources: ["PIPEDA s. 8: https://proteuscyber.com/privacy-database/pipeda-8"],
};

/** Quebec, private sector as amended by Law 25: 30 days and no more. Silence is a refusal. */
export const QUEBEC_LAW_25: Law = {
  law: "ca-qc",
  version: 1,
  places: [{ id: "ca-qc-law25", state: "CA", region: "CA-QC" }],
  gives: ["access", "rectification", "erasure", "portability"],
  rules: plainRules(QUEBEC, days(30), ["access", "rectification", "erasure", "portability"]),
  open: ["lastDayOff"],
  unverified: ["fee", "rights"],
  sources: ["Quebec: https://watchdogsecurity.io/law25/response-time-for-data-subject-requests"],
};

/** Brazil: the full declaration in 15 days; a simplified one is due at once. */
export const BRAZIL: Law = {
  law: "br",
  version: 1,
  places: [{ id: "br-lgpd", state: "BR", region: "BR" }],
  gives: null,
  rules: plainRules(LGPD, days(15), [
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "marketing_objection",
    "consent_withdrawal",
    "automated_decision_review",
  ]),
  open: ["lastDayOff", "smallAgent"],
  unverified: ["extension", "complaint", "rights"],
  sources: ["LGPD Art. 19: https://lgpd-brazil.info/chapter_03/article_19"],
};
