import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Currency } from "@/lib/domain/fee/amount";
import { profileById } from "@/lib/domain/law/profile";

/**
 * What it means that the requester does not answer in time. clock_runs: nothing stops and nothing is owed, we decide.
 * clock_waits: the time has not begun and goes on not beginning. withdrawn: the request counts as taken back.
 */
export type Silence = "clock_runs" | "clock_waits" | "withdrawn";

/** What one law says about a fee for an unfounded or excessive request. */
export type FeeRules = {
  readonly law: "gdpr" | "uk" | "ch";
  readonly citation: string;
  readonly currency: Currency | null;
  readonly most: { readonly minor: number; readonly citation: string } | null;
  /** Days to answer in: at least, and at most where the law itself sets them. Ours, where there is no citation. */
  readonly answerDays: { readonly least: number; readonly most: number; readonly citation: string };
  readonly silence: Silence;
  readonly silenceCitation: string;
  /** What the clock of a law that waits for the fee waits for. */
  readonly settledBy: "payment" | "acceptance";
};

const OUR_DAYS = { least: 10, most: 60, citation: "" };

const GDPR: FeeRules = {
  law: "gdpr",
  citation: "Art. 12(5)(a) GDPR",
  currency: null,
  most: null,
  answerDays: OUR_DAYS,
  silence: "clock_runs",
  silenceCitation: "Art. 12(3) GDPR",
  settledBy: "acceptance",
};

/** Under the reading that the month begins with the payment (lib/domain/law/readings.ts, unpaidFee); Art. 12(5) is silent. */
const GDPR_FROM_PAYMENT: FeeRules = {
  ...GDPR,
  silence: "clock_waits",
  silenceCitation: "Art. 12(5)(a) GDPR",
  settledBy: "payment",
};

/** From 5 February 2026 the month begins with payment (UK GDPR Art. 12A; docs/law.md). */
const UK: FeeRules = {
  ...GDPR,
  law: "uk",
  citation: "Art. 12(5)(a) UK GDPR",
  silence: "clock_waits",
  silenceCitation: "Art. 12A UK GDPR",
  settledBy: "payment",
};

/** FADP Art. 25(6), DPO Art. 19: at most CHF 300, told beforehand, ten days; silence is withdrawal. */
const SWISS: FeeRules = {
  law: "ch",
  citation: "Art. 25(6) FADP; Art. 19 DPO",
  currency: "CHF",
  most: { minor: 30_000, citation: "Art. 19(2) DPO" },
  answerDays: { least: 10, most: 10, citation: "Art. 19(3) DPO" },
  silence: "withdrawn",
  silenceCitation: "Art. 19(3) DPO",
  settledBy: "acceptance",
};

/** Whether a controller may charge at all: it has not promised to charge nothing, and its law's fees are built here. */
export function feePossible({
  feeEnabled,
  profile,
}: Pick<ControllerSettings, "feeEnabled" | "profile">): boolean {
  return feeEnabled && feeRules(profile) !== null;
}

/**
 * What the law of a profile, under its readings, says about a fee; null for a law whose fees are not built here. What
 * the notice says of silence has to be what the clock does.
 */
export function feeRules(profileId: string): FeeRules | null {
  const id = profileId.toLowerCase();
  if (id.startsWith("gdpr-")) {
    return profileById(id)?.rules.start.waitsFor.includes("fee") ? GDPR_FROM_PAYMENT : GDPR;
  }
  if (id.startsWith("uk-gdpr")) return UK;
  return id.startsWith("ch-") ? SWISS : null;
}
