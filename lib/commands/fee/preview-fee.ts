import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { feeBasis, type PreparedFee, prepareFee } from "@/lib/commands/fee/prepare-fee";
import { ofRequest } from "@/lib/commands/fee/written";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { headOf } from "@/lib/db/audit-log";
import { type Fee, feesOf } from "@/lib/db/fee";
import { filingById } from "@/lib/db/filing";
import type { RateCard } from "@/lib/db/rate-card";
import type { FeeRules } from "@/lib/domain/fee/rules";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { feePreviewInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/** A fee in the making: what it can be made of, and what has been chosen so far. */
export type FeePreview = {
  readonly reference: string;
  readonly version: number;
  /** The last line of the log there was. */
  readonly seen: number;
  readonly card: RateCard;
  readonly rules: FeeRules;
  readonly answerBy: { readonly first: IsoDate; readonly last: IsoDate };
  /** What a notice was made of that was taken back, as its form sends it, where no other came after it; else null. */
  readonly takenBack: { readonly quantities: readonly string[]; readonly answerBy: IsoDate } | null;
  readonly issues: readonly FieldIssue[];
  readonly prepared: PreparedFee | null;
};

/**
 * The notice of a fee as it would be sent now; nothing is kept. Without a choice, only what there is to choose from.
 * @throws Refused not_signed_in, not_allowed, not_found, no_approved_finding, wrong_state (no rate card),
 *   refusal_incomplete
 */
export async function previewFee(ctx: Ctx, reference: string, typed: unknown): Promise<FeePreview> {
  const staff = authoriseStaff(ctx, "fee.write");
  const request = await deskRequest(staff, ctx, reference);
  const filing = await filingById(ctx.controller.id, request.filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  const { card, rules, answerBy, ...basis } = await feeBasis(ctx, request, filing);
  const seen = (await headOf(ctx.controller.id))?.seq ?? 0;
  const takenBack = wishTakenBack((await feesOf(ofRequest(request))).at(-1), card);
  const of = {
    reference: request.reference,
    version: request.version,
    seen,
    card,
    rules,
    answerBy,
    takenBack,
  };
  if (typed === null) return { ...of, issues: [], prepared: null };
  try {
    const wish = parse(feePreviewInput, typed);
    const prepared = await prepareFee(ctx, request, filing, { ...basis, card, rules, answerBy }, wish);
    return { ...of, issues: [], prepared };
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "bad_input") throw error;
    return { ...of, issues: error.refusal.issues, prepared: null };
  }
}

function wishTakenBack(fee: Fee | undefined, card: RateCard): FeePreview["takenBack"] {
  if (fee?.state !== "recalled") return null;
  const quantities = card.lines.map((rate) => {
    const line = fee.lines.find(({ kind, minor }) => kind === rate.kind && minor === rate.minor);
    return line ? String(line.hundredths / 100) : "";
  });
  return { quantities, answerBy: fee.answerBy };
}
