import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Law } from "@/lib/domain/law/law";
import { GDPR_RULES } from "@/lib/domain/law/profiles/gdpr";
import { days, plainRules } from "@/lib/domain/law/profiles/plain";
import type { ClockRules } from "@/lib/domain/law/rules";

const ANSWER = "Art. 12(3), 12A UK GDPR";
const PERIOD = "Art. 12A UK GDPR";
const ICO = "ICO, right of access guidance (8 December 2025)";
const COMPLAINTS = "Data Protection Act 2018, s. 164A";
/** The duty to handle complaints (Data (Use and Access) Act 2025, s. 103). */
const COMPLAINTS_FROM = "2026-06-19" as IsoDate;

const NATIONS = ["ENG", "WLS", "SCT", "NIR"] as const;

const ACKNOWLEDGE = { within: days(30), citation: COMPLAINTS };

/**
 * UK GDPR as amended by the Data (Use and Access) Act 2025: the month starts with the latest of request,
 * identity information and fee; a question about an access request pauses it, also for the extension notice.
 */
const UK_RULES: ClockRules = {
  ...GDPR_RULES,
  receipt: { citation: ICO, counted: false },
  start: { waitsFor: ["identity", "fee"], citation: PERIOD },
  answer: {
    within: { unit: "months", count: 1 },
    citation: `${ANSWER}; ${ICO}`,
    monthEndCitation: ICO,
    byGuidance: false,
  },
  pauses: [{ question: "clarification", rights: ["access"], citation: PERIOD }],
  extension: {
    totalWithin: { unit: "months", count: 3 },
    told: false,
    citation: ANSWER,
    inTimeUntil: "last_day",
    remindedBy: "paused_period",
  },
  refusal: { within: { unit: "months", count: 1 }, citation: "Art. 12(4) UK GDPR" },
  roll: { citation: ICO, halfDays: false },
  lastMoment: { citation: ICO },
  rights: {
    ...GDPR_RULES.rights,
    marketing_objection: { lastDay: "statutory", stopAtOnce: { citation: "Art. 21(3) UK GDPR" } },
    consent_withdrawal: { lastDay: "none", stopAtOnce: { citation: "Art. 7(3) UK GDPR" } },
  },
  // A complaint is to be acknowledged in 30 days; its outcome only without undue delay, so that date is our promise.
  // An objection to direct marketing is absolute: nothing about it takes longer.
  exceptions: [
    { rights: ["marketing_objection"], rules: { extension: null } },
    { rights: ["complaint"], rules: { acknowledgement: ACKNOWLEDGE, inForceFrom: COMPLAINTS_FROM } },
  ],
};

export const UK_GDPR: Law = {
  law: "uk",
  version: 2,
  places: NATIONS.map((nation) => ({
    id: `uk-gdpr-${nation.toLowerCase()}`,
    state: "GB",
    region: `GB-${nation}`,
  })),
  gives: null,
  rules: UK_RULES,
  open: ["pauseLength", "clarification", "firstDay"],
  unverified: ["refusal"],
  sources: [
    "ICO, right of access: https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/individual-rights/right-of-access/",
    "DPA 2018 s. 54, twin of Art. 12A: https://www.legislation.gov.uk/ukpga/2018/12/section/54",
    "Art. 12A UK GDPR (a commentary): https://kennedyslaw.com/en/thought-leadership/article/2025/the-uk-dua-act-s-reform-pillars-divergence-from-the-eu-gdpr-data-subject-access-requests-dsars",
  ],
};

/** Complaints to the controller only: the last day is the one to acknowledge by. */
export const UK_COMPLAINT: Law = {
  law: "uk",
  version: 1,
  places: [{ id: "uk-complaint", state: "GB", region: "GB-ENG" }],
  gives: [],
  rules: plainRules(COMPLAINTS, days(30), ["complaint"], {
    inForceFrom: COMPLAINTS_FROM,
    acknowledgement: ACKNOWLEDGE,
    roll: { citation: COMPLAINTS, halfDays: false },
  }),
  open: ["firstDay"],
  unverified: [],
  sources: [
    "DPA 2018 s. 164A (a commentary): https://cms.law/en/gbr/legal-updates/data-use-and-access-act-2025-new-statutory-rules-on-handling-data-protection-complaints-from-19th-june-2026",
  ],
};
