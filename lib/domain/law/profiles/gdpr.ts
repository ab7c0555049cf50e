import type { Right } from "@/lib/domain/kernel/right";
import type { Law } from "@/lib/domain/law/law";
import type { ClockRules, RightClock } from "@/lib/domain/law/rules";

/** The states in which the GDPR applies: 27 of the Union and three of the EEA (Joint Committee decision 154/2018). */
export const GDPR_STATES = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
  "IS",
  "LI",
  "NO",
] as const;

/** Counts up when a rule below changes; a stored date names the version it was computed with. */
export const GDPR_RULES_VERSION = 2;

const ANSWER = "Art. 12(3) GDPR";
const COUNTING = "Regulation (EEC, Euratom) 1182/71";
const GUIDELINES = "EDPB Guidelines 01/2022, section 5.3";

const STATUTORY: RightClock = { lastDay: "statutory", stopAtOnce: null };

const RIGHTS: Readonly<Record<Right, RightClock>> = {
  access: STATUTORY,
  rectification: STATUTORY,
  erasure: STATUTORY,
  restriction: STATUTORY,
  portability: STATUTORY,
  objection: STATUTORY,
  // The stop is due at once; telling the person what was done still has the month of Art. 12(3).
  marketing_objection: { lastDay: "statutory", stopAtOnce: { citation: "Art. 21(3) GDPR" } },
  consent_withdrawal: { lastDay: "none", stopAtOnce: { citation: "Art. 7(3) GDPR" } },
  automated_decision_review: STATUTORY,
  complaint: { lastDay: "promised", stopAtOnce: null },
};

const PAUSABLE: readonly Right[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "automated_decision_review",
  "complaint",
];

/** The GDPR's rules of time, the same in every state; states differ only in their calendar. */
export const GDPR_RULES: ClockRules = {
  receipt: { citation: `Art. 3(1) ${COUNTING}`, counted: false },
  inForceFrom: null,
  start: { waitsFor: [], citation: ANSWER },
  reflection: null,
  answer: {
    within: { unit: "months", count: 1 },
    citation: `${ANSWER}; Art. 3(2)(c) ${COUNTING}`,
    monthEndCitation: `Art. 3(2)(c) ${COUNTING}`,
    byGuidance: false,
  },
  pauses: [
    { question: "identity", rights: PAUSABLE, citation: `Art. 12(6) GDPR; ${GUIDELINES}` },
    { question: "clarification", rights: PAUSABLE, citation: `Recital 63 GDPR; ${GUIDELINES}` },
  ],
  pauseLength: "until_answer",
  extension: {
    totalWithin: { unit: "months", count: 3 },
    told: false,
    citation: ANSWER,
    inTimeUntil: "last_day",
    remindedBy: "first_period",
  },
  refusal: { within: { unit: "months", count: 1 }, citation: "Art. 12(4) GDPR" },
  acknowledgement: null,
  roll: { citation: `Art. 3(4) ${COUNTING}`, halfDays: false },
  saturdayIsBusinessDay: false,
  lastMoment: { citation: `Art. 3(2)(c) ${COUNTING}` },
  stopAim: { workingDays: 2 },
  rights: RIGHTS,
  // It is absolute and has to be met at once: there is nothing to clarify, and nothing complex about it (Art. 21(3)).
  exceptions: [{ rights: ["marketing_objection"], rules: { extension: null, pauses: [] } }],
};

export const GDPR: Law = {
  law: "gdpr",
  version: GDPR_RULES_VERSION,
  places: GDPR_STATES.map((state) => ({ id: `gdpr-${state.toLowerCase()}`, state, region: state })),
  gives: null,
  rules: GDPR_RULES,
  open: ["identity", "pauseLength", "extensionNotice", "unpaidFee", "halfDays"],
  unverified: ["pauses"],
  sources: [
    "Regulation (EU) 2016/679, Art. 12: https://gdprhub.eu/index.php?title=Article_12_GDPR",
    "Regulation (EEC, Euratom) 1182/71, Art. 3: CELEX 31971R1182",
    "EDPB Guidelines 01/2022, section 5.3 (a copy): https://overview.legal/posts/38055",
  ],
};
