import type { Language } from "@/lib/domain/kernel/language";
import { OTHER_LAW_TEXTS } from "@/lib/i18n/legal/other-laws";
import enGdprAccessFurtherRights from "./gdpr/access-further-rights/en.json";
import svGdprAccessFurtherRights from "./gdpr/access-further-rights/sv.json";
import enGdprAddressNotConfirmed from "./gdpr/address-not-confirmed/en.json";
import svGdprAddressNotConfirmed from "./gdpr/address-not-confirmed/sv.json";
import enGdprArt13Portal from "./gdpr/art13-portal/en.json";
import svGdprArt13Portal from "./gdpr/art13-portal/sv.json";
import enGdprComplaintAcknowledgement from "./gdpr/complaint-acknowledgement/en.json";
import svGdprComplaintAcknowledgement from "./gdpr/complaint-acknowledgement/sv.json";
import enGdprComplaintAuthority from "./gdpr/complaint-authority/en.json";
import svGdprComplaintAuthority from "./gdpr/complaint-authority/sv.json";
import enGdprCourtRemedy from "./gdpr/court-remedy/en.json";
import svGdprCourtRemedy from "./gdpr/court-remedy/sv.json";
import enGdprFreeOfCharge from "./gdpr/free-of-charge/en.json";
import svGdprFreeOfCharge from "./gdpr/free-of-charge/sv.json";
import enGdprFreeOfChargeFeePossible from "./gdpr/free-of-charge-fee-possible/en.json";
import svGdprFreeOfChargeFeePossible from "./gdpr/free-of-charge-fee-possible/sv.json";
import enGdprIdentityCopy from "./gdpr/identity-copy/en.json";
import svGdprIdentityCopy from "./gdpr/identity-copy/sv.json";
import enGdprIdentityEvidence from "./gdpr/identity-evidence/en.json";
import svGdprIdentityEvidence from "./gdpr/identity-evidence/sv.json";
import enGdprIdentityEvidenceByPost from "./gdpr/identity-evidence-by-post/en.json";
import svGdprIdentityEvidenceByPost from "./gdpr/identity-evidence-by-post/sv.json";
import enGdprLawfulnessBefore from "./gdpr/lawfulness-before/en.json";
import svGdprLawfulnessBefore from "./gdpr/lawfulness-before/sv.json";
import enGdprMarketingSuppression from "./gdpr/marketing-suppression/en.json";
import svGdprMarketingSuppression from "./gdpr/marketing-suppression/sv.json";
import enGdprPostalAddressNotConfirmed from "./gdpr/postal-address-not-confirmed/en.json";
import svGdprPostalAddressNotConfirmed from "./gdpr/postal-address-not-confirmed/sv.json";
import enGdprRecipientsTold from "./gdpr/recipients-told/en.json";
import svGdprRecipientsTold from "./gdpr/recipients-told/sv.json";
import enGdprRestrictionLifting from "./gdpr/restriction-lifting/en.json";
import svGdprRestrictionLifting from "./gdpr/restriction-lifting/sv.json";
import enGdprSeCourtRemedy from "./gdpr-se/court-remedy/en.json";
import svGdprSeCourtRemedy from "./gdpr-se/court-remedy/sv.json";

/**
 * What a legal text is for. Adding one means a file per language under `gdpr` and its line below. Under another law it
 * stands without its articles in brackets; where it says more of the GDPR than those, it needs one under `general` too,
 * in plain words, with its line in other-laws.ts.
 */
export const LEGAL_NOTICES = [
  "access-further-rights",
  "address-not-confirmed",
  "art13-portal",
  "complaint-acknowledgement",
  "complaint-authority",
  "court-remedy",
  "free-of-charge",
  "free-of-charge-fee-possible",
  "identity-copy",
  "identity-evidence",
  "identity-evidence-by-post",
  "lawfulness-before",
  "marketing-suppression",
  "postal-address-not-confirmed",
  "recipients-told",
  "restriction-lifting",
] as const;
export type LegalNotice = (typeof LEGAL_NOTICES)[number];

/** A legal text as its file holds it. Once used, it is only followed by a new version. */
export type LegalText = {
  readonly version: number;
  /** The provisions it says in plain words. */
  readonly source: string;
  /** Which lawyer read it, or null: the administrator is told. */
  readonly reviewedBy: string | null;
  /** Plain text; an empty line parts paragraphs, "## " begins a heading, {name} is filled in. */
  readonly text: string;
};

/** By folder, notice and language. */
export type LegalTexts = Readonly<
  Record<string, Partial<Record<LegalNotice, Readonly<Record<Language, LegalText>>>>>
>;

/** Texts per law, and per state where its own law says more (`gdpr-se` before `gdpr`). */
export const LEGAL_TEXTS: LegalTexts = {
  ...OTHER_LAW_TEXTS,
  gdpr: {
    "access-further-rights": { sv: svGdprAccessFurtherRights, en: enGdprAccessFurtherRights },
    "address-not-confirmed": { sv: svGdprAddressNotConfirmed, en: enGdprAddressNotConfirmed },
    "art13-portal": { sv: svGdprArt13Portal, en: enGdprArt13Portal },
    "complaint-acknowledgement": { sv: svGdprComplaintAcknowledgement, en: enGdprComplaintAcknowledgement },
    "complaint-authority": { sv: svGdprComplaintAuthority, en: enGdprComplaintAuthority },
    "court-remedy": { sv: svGdprCourtRemedy, en: enGdprCourtRemedy },
    "free-of-charge": { sv: svGdprFreeOfCharge, en: enGdprFreeOfCharge },
    "free-of-charge-fee-possible": { sv: svGdprFreeOfChargeFeePossible, en: enGdprFreeOfChargeFeePossible },
    "identity-copy": { sv: svGdprIdentityCopy, en: enGdprIdentityCopy },
    "identity-evidence": { sv: svGdprIdentityEvidence, en: enGdprIdentityEvidence },
    "identity-evidence-by-post": { sv: svGdprIdentityEvidenceByPost, en: enGdprIdentityEvidenceByPost },
    "lawfulness-before": { sv: svGdprLawfulnessBefore, en: enGdprLawfulnessBefore },
    "marketing-suppression": { sv: svGdprMarketingSuppression, en: enGdprMarketingSuppression },
    "postal-address-not-confirmed": {
      sv: svGdprPostalAddressNotConfirmed,
      en: enGdprPostalAddressNotConfirmed,
    },
    "recipients-told": { sv: svGdprRecipientsTold, en: enGdprRecipientsTold },
    "restriction-lifting": { sv: svGdprRestrictionLifting, en: enGdprRestrictionLifting },
  },
  "gdpr-se": {
    "court-remedy": { sv: svGdprSeCourtRemedy, en: enGdprSeCourtRemedy },
  },
};
