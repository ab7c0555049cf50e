import type { NaiveLaw, NaiveTime } from "./naive-law";

const months = (count: number): NaiveTime => ({ unit: "months", count });
const days = (count: number): NaiveTime => ({ unit: "days", count });
const businessDays = (count: number): NaiveTime => ({ unit: "business days", count });

const PLAIN: NaiveLaw = {
  time: days(30),
  extended: null,
  told: "no",
  pauses: [],
  restarts: [],
  think: null,
  refusal: null,
  acknowledge: null,
  rolls: false,
  promised: false,
  pauseCountsForNotice: false,
};

const GDPR: NaiveLaw = {
  ...PLAIN,
  time: months(1),
  extended: months(3),
  pauses: ["identity", "clarification"],
  refusal: months(1),
  rolls: true,
};
const UK: NaiveLaw = {
  ...GDPR,
  pauses: [],
  restarts: ["identity", "fee"],
  pauseCountsForNotice: true,
};
const SWISS: NaiveLaw = { ...PLAIN, told: "without limit", think: 10, refusal: days(30) };
const CCPA: NaiveLaw = { ...PLAIN, time: days(45), extended: days(90), acknowledge: businessDays(10) };
const OPT_OUT: NaiveLaw = { ...PLAIN, time: businessDays(15) };

type ByRight = {
  readonly access: NaiveLaw;
  readonly erasure: NaiveLaw;
  readonly marketing_objection: NaiveLaw;
  readonly complaint: NaiveLaw;
};

const all = (law: NaiveLaw): ByRight => ({
  access: law,
  erasure: law,
  marketing_objection: law,
  complaint: law,
});
const promise = (law: NaiveLaw): NaiveLaw => ({ ...law, promised: true });

function usState(first: number, appeal: number | null, appealTotal: number | null = null): ByRight {
  const law = { ...PLAIN, time: days(first), extended: days(first + 45) };
  const appealed =
    appeal === null
      ? promise(law)
      : { ...PLAIN, time: days(appeal), extended: appealTotal === null ? null : days(appealTotal) };
  return { ...all(law), complaint: appealed };
}

const EU: ByRight = {
  ...all(GDPR),
  marketing_objection: { ...GDPR, extended: null, pauses: [] },
  complaint: promise(GDPR),
};
const BRITAIN: ByRight = {
  ...all(UK),
  access: { ...UK, pauses: ["clarification"] },
  marketing_objection: { ...UK, extended: null },
  complaint: { ...promise(UK), acknowledge: days(30) },
};

/** What each law says, written down a second time. */
const LAWS: Readonly<Record<string, ByRight>> = {
  "uk-complaint": {
    ...all({ ...promise(PLAIN), rolls: true, acknowledge: days(30) }),
    complaint: { ...PLAIN, rolls: true, acknowledge: days(30) },
  },
  "ch-fadp": { ...all(SWISS), complaint: promise(SWISS) },
  "us-ca-ccpa": {
    access: CCPA,
    erasure: CCPA,
    marketing_objection: OPT_OUT,
    complaint: { ...promise(CCPA), acknowledge: null },
  },
  "us-ca-optout": all(OPT_OUT),
  "us-ut": usState(45, null),
  "us-ia": usState(90, 60),
  "us-co": usState(45, 45, 105),
  "us-mn": usState(45, 45, 105),
  "us-or": usState(45, 45),
  "us-nj": usState(45, 45),
  "us-ia-appeal": all({ ...PLAIN, time: days(60) }),
  "us-co-appeal": all({ ...PLAIN, time: days(45), extended: days(105) }),
  "us-mn-appeal": all({ ...PLAIN, time: days(45), extended: days(105) }),
  "us-or-appeal": all({ ...PLAIN, time: days(45) }),
  "us-nj-appeal": all({ ...PLAIN, time: days(45) }),
  "ca-pipeda": promisedBut({ ...PLAIN, extended: days(60), told: "at most" }, ["access", "erasure"]),
  "ca-qc-law25": promisedBut(PLAIN, ["access", "erasure"]),
  "br-lgpd": promisedBut({ ...PLAIN, time: days(15) }, ["access", "erasure", "marketing_objection"]),
  "za-paia": promisedBut({ ...PLAIN, extended: days(60) }, ["access", "erasure", "marketing_objection"]),
  "au-app": promisedBut({ ...PLAIN, told: "without limit" }, ["access"]),
  "sg-pdpa": promisedBut({ ...PLAIN, told: "without limit" }, ["access"]),
  "jp-appi": all(promise({ ...PLAIN, time: days(14) })),
  "in-dpdp": promisedBut({ ...PLAIN, time: days(90) }, ["complaint"]),
  "tw-pdpa": {
    ...promisedBut({ ...PLAIN, extended: days(60) }, ["erasure", "marketing_objection"]),
    access: { ...PLAIN, time: days(15), extended: days(30) },
  },
};

function promisedBut(law: NaiveLaw, statutory: readonly (keyof ByRight)[]): ByRight {
  const rights = Object.keys(all(law)) as (keyof ByRight)[];
  return Object.fromEntries(
    rights.map((right) => [right, statutory.includes(right) ? law : promise(law)]),
  ) as ByRight;
}

export const NAIVE_RIGHTS = ["access", "erasure", "marketing_objection", "complaint"] as const;
export type NaiveRight = (typeof NAIVE_RIGHTS)[number];

/** What a profile says about a right. The states of the common American pattern are those not in the list. */
export function naiveLawOf(profile: string, right: NaiveRight): NaiveLaw {
  const found = LAWS[profile];
  if (found) return found[right];
  if (profile.startsWith("gdpr-")) return EU[right];
  if (profile.startsWith("uk-gdpr-")) return BRITAIN[right];
  if (/^us-[a-z]{2}-appeal$/.test(profile)) return { ...PLAIN, time: days(60) };
  if (/^us-[a-z]{2}$/.test(profile)) return usState(45, 60)[right];
  throw new Error(`no naive law ${profile}`);
}

/** What the other reading of a question makes of a law. */
export const NAIVE_READINGS: Readonly<Record<string, (law: NaiveLaw) => NaiveLaw>> = {
  identity: (law) => restarting(law, "identity"),
  unpaidFee: (law) => restarting(law, "fee"),
  pauseLength: (law) => ({ ...law, bothDaysPaused: true }),
  extensionNotice: (law) => ({ ...law, noticeOnlyInFirstPeriod: true }),
  clarification: (law) => ({ ...law, pauses: ["clarification"] }),
  firstDay: (law) => ({ ...law, firstDayCounted: true }),
  // Half days are among the holidays then.
  halfDays: (law) => law,
  lastDayOff: (law) => ({ ...law, rolls: true }),
  saturday: (law) => ({ ...law, saturdayIsBusinessDay: true }),
  smallAgent: (law) => ({ ...law, time: days(30) }),
};

function restarting(law: NaiveLaw, question: string): NaiveLaw {
  return {
    ...law,
    restarts: [...law.restarts, question],
    pauses: law.pauses.filter((other) => other !== question),
  };
}
