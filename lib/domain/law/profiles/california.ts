import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { Law } from "@/lib/domain/law/law";
import { days, extensionTo, plainRules } from "@/lib/domain/law/profiles/plain";
import type { ClockRules } from "@/lib/domain/law/rules";

const REQUESTS = "11 CCR 7021";
const OPT_OUT = "11 CCR 7026(f), 7027";

/** To opt out of sale and sharing, and to limit the use of sensitive data: 15 business days and no more. */
const OPT_OUT_RULES: ClockRules = plainRules(OPT_OUT, { unit: "business_days", count: 15 }, RIGHTS);

/** The rights of the portal that are an opt-out or a request to limit in California. */
const OPT_OUT_RIGHTS: readonly Right[] = ["objection", "marketing_objection", "restriction"];

const SOURCES = [
  "11 CCR 7021: https://advisori.com/cpra/%C2%A7-7021-timelines-for-responding-to-requests-to-delete-requests-to-correct-and-requests-to-know/",
  "State tracker: https://www.mayerbrown.com/es/insights/resource-centers/cybersecurity-and-data-privacy-resource-center/state-privacy-law-tracker",
];

/** To know, delete and correct: 45 days, 45 more with a notice; receipt confirmed within ten business days. */
export const CALIFORNIA: Law = {
  law: "us-ca",
  version: 1,
  places: [{ id: "us-ca-ccpa", state: "US", region: "US" }],
  gives: ["access", "rectification", "erasure", "portability", "objection", "restriction"],
  rules: plainRules(
    REQUESTS,
    days(45),
    ["access", "rectification", "erasure", "portability", ...OPT_OUT_RIGHTS],
    {
      extension: extensionTo(days(90), REQUESTS),
      acknowledgement: { within: { unit: "business_days", count: 10 }, citation: REQUESTS },
      exceptions: [
        {
          rights: OPT_OUT_RIGHTS,
          rules: {
            receipt: OPT_OUT_RULES.receipt,
            start: OPT_OUT_RULES.start,
            answer: OPT_OUT_RULES.answer,
            extension: null,
            acknowledgement: null,
          },
        },
        {
          rights: ["complaint", "consent_withdrawal", "automated_decision_review"],
          rules: { acknowledgement: null },
        },
      ],
    },
  ),
  open: ["firstDay", "lastDayOff", "saturday"],
  unverified: ["fee", "rights"],
  sources: SOURCES,
};

export const CALIFORNIA_OPT_OUT: Law = {
  law: "us-ca",
  version: 1,
  places: [{ id: "us-ca-optout", state: "US", region: "US" }],
  gives: ["objection", "restriction"],
  rules: OPT_OUT_RULES,
  open: ["saturday"],
  unverified: ["pauses", "rights"],
  sources: SOURCES,
};
