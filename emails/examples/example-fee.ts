import { type FeeFacts, feeLetter } from "@/emails/letters/fee-letter";
import { CURRENCIES, costLine } from "@/lib/domain/fee/amount";
import { approvedFinding } from "@/lib/domain/fee/approval";
import { completeAssessment } from "@/lib/domain/fee/assessment";
import { feeRules } from "@/lib/domain/fee/rules";
import type { Letter } from "@/lib/domain/notice/letter";
import { translator } from "@/lib/i18n/translator";

type Invented = "finding" | "rules" | "currency" | "lines" | "totalMinor" | "right";

/** The notice of an invented fee; null under a law that knows none here. */
export function exampleFee(of: Omit<FeeFacts, Invented>): Letter | null {
  const rules = feeRules(of.settings.profile);
  if (!rules) return null;
  const invented = translator(of.language, "wording")("example.finding");
  const found = completeAssessment(
    {
      ...{
        ground: "excessive",
        proposal: "fee",
        facts: invented,
        evidence: [invented],
        sign: "offer_to_drop",
      },
      ...{ shown: invented, against: invented, narrow: invented, noFee: invented, exceptional: invented },
    },
    { first: false, feePossible: true },
  );
  if (!found.ok) throw new Error(`the example lacks ${found.refusal.join(", ")}`);
  const people = { id: "", state: "approved", writerIds: ["one"], secondId: "another" } as const;
  const finding = approvedFinding(people, found.value);
  if (!finding) throw new Error("the example is not approved");
  const line = costLine({ kind: "handling", label: {}, minor: 20_000 }, 150);
  const currency = rules.currency ?? CURRENCIES[0];
  const fee = { finding, rules, currency, lines: [line], totalMinor: line.sumMinor } as const;
  return feeLetter({ ...of, ...fee, right: "rectification" });
}
