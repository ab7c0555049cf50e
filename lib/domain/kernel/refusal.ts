import type { ReleaseGap } from "@/lib/domain/delivery/release-gate";
import type { CheckGap } from "@/lib/domain/identity/check";
import type { FileReason } from "@/lib/domain/intake/upload";

/** One thing wrong with one field. `message` is a key of the errors namespace, `values` fill it. */
export type FieldIssue = {
  readonly field: string;
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/**
 * Every way in which Habeas says no. The app maps a code to a sentence and a status in one place
 * (app/_ui/refusal.ts); what is absent and what is forbidden look the same to outsiders.
 */
export type Refusal =
  | { readonly code: "not_signed_in" }
  | { readonly code: "not_allowed" }
  | { readonly code: "not_found" }
  | { readonly code: "bad_input"; readonly issues: readonly FieldIssue[] }
  | { readonly code: "changed_meanwhile"; readonly version: number; readonly changed: readonly string[] }
  | { readonly code: "wrong_state"; readonly state: string }
  /** Of `open` requests `moves` would get other dates, which whoever wants the change has to be told before. */
  | {
      readonly code: "moves_dates";
      readonly open: number;
      readonly moves: number;
      /** Another last day by the law; an earlier day to work to. */
      readonly lastDays: number;
      readonly earlier: number;
    }
  /** So many fees of open requests stand where the settings would promise to charge nothing; `paid` of them are paid. */
  | { readonly code: "ends_fees"; readonly standing: number; readonly paid: number }
  | { readonly code: "address_not_confirmed" }
  | { readonly code: "clock_cannot_stop" }
  | { readonly code: "clock_stands_still" }
  | { readonly code: "extension_not_possible" }
  | { readonly code: "already_extended" }
  /** Something may not leave yet, and why: everything that is missing (lib/domain/delivery/release-gate.ts). */
  | { readonly code: "not_releasable"; readonly missing: readonly ReleaseGap[] }
  /** A demand for proof of identity that would not be proportionate, and why. */
  | { readonly code: "identity_incomplete"; readonly missing: readonly CheckGap[] }
  | { readonly code: "no_check_for_right" }
  | { readonly code: "own_decision" }
  /** A complaint of somebody whose earlier request they decided; `who` are the names of those who can. */
  | { readonly code: "handled_earlier"; readonly who: readonly string[] }
  | { readonly code: "refusal_incomplete"; readonly missing: readonly string[] }
  /** A file that is not taken; `file` is its name as it may be shown, or "". */
  | { readonly code: "file_refused"; readonly reason: FileReason; readonly file: string }
  | { readonly code: "own_assessment" }
  /** One of the two people behind an assessment has to be a data protection officer (the controller's setting). */
  | { readonly code: "needs_dpo" }
  | { readonly code: "assessment_incomplete"; readonly missing: readonly string[] }
  | { readonly code: "no_approved_finding" }
  | { readonly code: "link_unknown" }
  | { readonly code: "link_used" }
  | { readonly code: "link_expired" }
  | { readonly code: "link_superseded" }
  | { readonly code: "session_ended" }
  | { readonly code: "draft_gone" }
  | { readonly code: "key_reused" }
  | { readonly code: "too_many"; readonly retryAfterSeconds: number }
  | { readonly code: "unavailable" };

/** How a command or query says no: thrown, so that its transaction rolls back. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
    this.refusal = refusal;
  }
}
