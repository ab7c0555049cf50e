import { createHash } from "node:crypto";
import { type FeeFacts, feeLetter } from "@/emails/letters/fee-letter";
import type { Ctx } from "@/lib/commands/context";
import { feePossible, ofRequest } from "@/lib/commands/fee/written";
import { requesterMail } from "@/lib/commands/notice/sender";
import { approvedFindingOf } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, openWho } from "@/lib/db/filing";
import { type RateCard, rateCards } from "@/lib/db/rate-card";
import type { RightsRequest } from "@/lib/db/request";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { costLine, feeTotal } from "@/lib/domain/fee/amount";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import { type FeeRules, feeRules } from "@/lib/domain/fee/rules";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import type { Letter } from "@/lib/domain/notice/letter";

/** What a fee is made with: how much of each line of the rate card (in hundredths), and the day to answer. */
export type FeeWish = { readonly quantities: readonly number[]; readonly answerBy: string };

/** What a fee rests on, before anybody says how much. */
export type FeeBasis = {
  readonly finding: ApprovedFinding;
  readonly rules: FeeRules;
  readonly card: RateCard;
  /** First and last day that may be set to answer; one and the same where the law sets it. */
  readonly answerBy: { readonly first: IsoDate; readonly last: IsoDate };
};

export type PreparedFee = Pick<FeeFacts, "lines" | "totalMinor" | "currency"> & {
  readonly answerBy: IsoDate;
  readonly letter: Letter;
  readonly fingerprint: string;
};

/**
 * What a fee for this request would rest on.
 * @throws Refused not_found (this controller charges nothing, or its law has no such fee), no_approved_finding (none
 *   that two people stand behind, or it does not propose a fee), wrong_state (no rate card, or in another currency)
 */
export async function feeBasis(ctx: Ctx, request: RightsRequest, filing: Filing): Promise<FeeBasis> {
  const rules = feeRules(request.profile);
  if (!rules || !feePossible(ctx, request)) throw new Refused({ code: "not_found" });
  const finding = await approvedFindingOf(await loadDataKey(db(), request.dataKeyId), ofRequest(request));
  if (finding?.proposal !== "fee") throw new Refused({ code: "no_approved_finding" });
  const [card] = await rateCards(ctx.controller.id, 1);
  if (!card || card.lines.length === 0 || (rules.currency !== null && card.currency !== rules.currency)) {
    throw new Refused({ code: "wrong_state", state: "no_rate_card" });
  }
  const today = day(localDate(ctx.now().toISOString(), filing.zone));
  const { least, most } = rules.answerDays;
  return {
    ...{ finding, rules, card },
    answerBy: { first: iso(addDays(today, least)), last: iso(addDays(today, most)) },
  };
}

/**
 * The letter of a fee in the language of the filing, and what it comes to. Preview and sending make it here.
 * @throws Refused bad_input (nothing to pay, more than the law allows, a day too early or too late),
 *   refusal_incomplete (no authority is named)
 */
export async function prepareFee(
  ctx: Ctx,
  request: RightsRequest,
  filing: Filing,
  basis: FeeBasis,
  wish: FeeWish,
): Promise<PreparedFee> {
  const { finding, rules, card } = basis;
  const { settings, authority, wordings } = (await requesterMail(ctx, filing.language)).sender;
  if (!authority) throw new Refused({ code: "refusal_incomplete", missing: ["authority"] });
  const [line, ...more] = card.lines
    .map((rate, at) => costLine(rate, wish.quantities[at] ?? 0))
    .filter(({ hundredths }) => hundredths > 0);
  const issues: FieldIssue[] = [];
  const total = feeTotal(line ? [line, ...more] : [], rules.most?.minor ?? null);
  if (!total.ok) issues.push({ field: "quantities", message: `fee_${total.refusal}` });
  const { first, last } = basis.answerBy;
  const answerBy = wish.answerBy as IsoDate;
  if (answerBy < first || answerBy > last) {
    issues.push({ field: "answerBy", message: "answerByRange", values: { first, last } });
  }
  if (!line || !total.ok || issues.length > 0) throw new Refused({ code: "bad_input", issues });
  const lines = [line, ...more] as const;
  const letter = feeLetter({
    ...{ settings, wordings, authority, finding, rules, lines, answerBy },
    language: filing.language,
    reference: formatReference(request.reference),
    name: openWho(await loadDataKey(db(), filing.dataKeyId), filing).name,
    right: request.right,
    receivedOn: filing.receivedOn,
    writtenOn: localDate(ctx.now().toISOString(), filing.zone),
    currency: card.currency,
    totalMinor: total.value,
  });
  const fingerprint = createHash("sha256").update(JSON.stringify(letter)).digest("hex");
  return { lines, totalMinor: total.value, currency: card.currency, answerBy, letter, fingerprint };
}
