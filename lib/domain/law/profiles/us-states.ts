import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { Law, UnverifiedPart } from "@/lib/domain/law/law";
import { days, extensionTo, plainRules } from "@/lib/domain/law/profiles/plain";
import type { ClockRules } from "@/lib/domain/law/rules";

type Appeal = { readonly within: number; readonly total?: number };

/** A state of the United States with a consumer privacy act of the common pattern. */
type State = {
  readonly code: string;
  readonly citation: string;
  readonly within?: number;
  /** Days to decide an appeal to the controller, and in all with an extension; null: the act has none. */
  readonly appeal: Appeal | null;
  /** What was read in a source; the rest is from memory. */
  readonly verified?: readonly UnverifiedPart[];
  readonly sources?: readonly string[];
};

const TRACKER =
  "State tracker: https://www.mayerbrown.com/es/insights/resource-centers/cybersecurity-and-data-privacy-resource-center/state-privacy-law-tracker";
const COMMON: Appeal = { within: 60 };

const STATES: readonly State[] = [
  {
    code: "va",
    citation: "Va. Code 59.1-577",
    appeal: COMMON,
    verified: ["extension", "appeal", "fee"],
    sources: ["Virginia: https://online.flipbuilder.com/bzaa/mvgs/files/basic-html/page392.html"],
  },
  { code: "co", citation: "Colo. Rev. Stat. 6-1-1306", appeal: { within: 45, total: 105 } },
  { code: "mn", citation: "Minnesota Consumer Data Privacy Act", appeal: { within: 45, total: 105 } },
  { code: "or", citation: "Oregon Consumer Privacy Act", appeal: { within: 45 } },
  { code: "nj", citation: "New Jersey Data Privacy Act", appeal: { within: 45 } },
  {
    code: "tx",
    citation: "Tex. Bus. & Com. Code 541.052",
    appeal: COMMON,
    verified: ["extension"],
    sources: [
      "Texas: https://natlawreview.com/article/consumer-data-privacy-let-s-give-warm-welcome-to-two-more-states-texas-and-oregon",
    ],
  },
  { code: "ct", citation: "Connecticut Data Privacy Act", appeal: COMMON },
  { code: "de", citation: "Delaware Personal Data Privacy Act", appeal: COMMON },
  { code: "in", citation: "Indiana Consumer Data Protection Act", appeal: COMMON },
  { code: "ky", citation: "Kentucky Consumer Data Protection Act", appeal: COMMON },
  { code: "md", citation: "Maryland Online Data Privacy Act", appeal: COMMON },
  { code: "mt", citation: "Montana Consumer Data Privacy Act", appeal: COMMON },
  { code: "ne", citation: "Nebraska Data Privacy Act", appeal: COMMON },
  { code: "nh", citation: "N.H. Rev. Stat. ch. 507-H", appeal: COMMON },
  { code: "ri", citation: "Rhode Island Data Transparency and Privacy Protection Act", appeal: COMMON },
  { code: "tn", citation: "Tennessee Information Protection Act", appeal: COMMON },
  {
    code: "ut",
    citation: "Utah Code 13-61-203",
    appeal: null,
    verified: ["extension", "fee"],
    sources: ["Utah: https://privacy.gtlaw.com/utah-controllers/"],
  },
  { code: "ia", citation: "Iowa Consumer Data Protection Act", within: 90, appeal: COMMON },
];

const RIGHTS_OF_CONSUMERS: readonly Right[] = [
  "access",
  "rectification",
  "erasure",
  "portability",
  "objection",
  "marketing_objection",
  "automated_decision_review",
];

const UNVERIFIED: readonly UnverifiedPart[] = ["extension", "appeal", "fee", "complaint", "rights"];
const EXTRA_DAYS = 45;

/** Deciding an appeal against an earlier no; in the portal an appeal is a complaint to the controller. */
function appealRules({ citation }: State, appeal: Appeal): ClockRules {
  return plainRules(citation, days(appeal.within), RIGHTS, {
    extension: appeal.total === undefined ? null : extensionTo(days(appeal.total), citation),
  });
}

function rulesOf(state: State): ClockRules {
  const { code, citation, within = 45, appeal } = state;
  const statutory = [
    ...RIGHTS_OF_CONSUMERS,
    ...(appeal === null ? [] : (["complaint"] as const)),
    ...(code === "ri" ? (["consent_withdrawal"] as const) : []),
  ];
  return plainRules(citation, days(within), statutory, {
    extension: extensionTo(days(within + EXTRA_DAYS), citation),
    exceptions: [
      ...(appeal === null
        ? []
        : [{ rights: ["complaint"] as const, rules: timesOf(appealRules(state, appeal)) }]),
      // Rhode Island: a revoked consent has 15 days of its own and no extension.
      ...(code === "ri"
        ? [
            {
              rights: ["consent_withdrawal"] as const,
              rules: timesOf(plainRules(citation, days(15), ["consent_withdrawal"])),
            },
          ]
        : []),
    ],
  });
}

function timesOf({ answer, extension }: ClockRules): Pick<ClockRules, "answer" | "extension"> {
  return { answer, extension };
}

function lawOf(state: State, id: string, rules: ClockRules, gives: readonly Right[]): Law {
  const { verified = [], sources = [] } = state;
  return {
    law: "us",
    version: 1,
    places: [{ id, state: "US", region: "US" }],
    gives,
    rules,
    open: ["lastDayOff"],
    unverified: UNVERIFIED.filter((part) => !verified.includes(part)),
    sources: [...sources, TRACKER],
  };
}

/** The consumer privacy acts of the states, and each one's appeal as a profile of its own. */
export const US_STATES: readonly Law[] = STATES.flatMap((state) => [
  lawOf(state, `us-${state.code}`, rulesOf(state), RIGHTS_OF_CONSUMERS),
  ...(state.appeal === null
    ? []
    : [lawOf(state, `us-${state.code}-appeal`, appealRules(state, state.appeal), [])]),
]);
