import enAuComplaintAuthority from "./au/complaint-authority/en.json";
import svAuComplaintAuthority from "./au/complaint-authority/sv.json";
import enAuCourtRemedy from "./au/court-remedy/en.json";
import svAuCourtRemedy from "./au/court-remedy/sv.json";
import enAuFreeOfChargeFeePossible from "./au/free-of-charge-fee-possible/en.json";
import svAuFreeOfChargeFeePossible from "./au/free-of-charge-fee-possible/sv.json";
import enBrComplaintAuthority from "./br/complaint-authority/en.json";
import svBrComplaintAuthority from "./br/complaint-authority/sv.json";
import enBrCourtRemedy from "./br/court-remedy/en.json";
import svBrCourtRemedy from "./br/court-remedy/sv.json";
import enCaComplaintAuthority from "./ca/complaint-authority/en.json";
import svCaComplaintAuthority from "./ca/complaint-authority/sv.json";
import enCaCourtRemedy from "./ca/court-remedy/en.json";
import svCaCourtRemedy from "./ca/court-remedy/sv.json";
import enCaFreeOfChargeFeePossible from "./ca/free-of-charge-fee-possible/en.json";
import svCaFreeOfChargeFeePossible from "./ca/free-of-charge-fee-possible/sv.json";
import enCaQcComplaintAuthority from "./ca-qc/complaint-authority/en.json";
import svCaQcComplaintAuthority from "./ca-qc/complaint-authority/sv.json";
import enCaQcCourtRemedy from "./ca-qc/court-remedy/en.json";
import svCaQcCourtRemedy from "./ca-qc/court-remedy/sv.json";
import enCaQcFreeOfChargeFeePossible from "./ca-qc/free-of-charge-fee-possible/en.json";
import svCaQcFreeOfChargeFeePossible from "./ca-qc/free-of-charge-fee-possible/sv.json";
import enChComplaintAuthority from "./ch/complaint-authority/en.json";
import svChComplaintAuthority from "./ch/complaint-authority/sv.json";
import enChCourtRemedy from "./ch/court-remedy/en.json";
import svChCourtRemedy from "./ch/court-remedy/sv.json";
import enChFreeOfChargeFeePossible from "./ch/free-of-charge-fee-possible/en.json";
import svChFreeOfChargeFeePossible from "./ch/free-of-charge-fee-possible/sv.json";
import enGeneralAccessFurtherRights from "./general/access-further-rights/en.json";
import svGeneralAccessFurtherRights from "./general/access-further-rights/sv.json";
import enGeneralAddressNotConfirmed from "./general/address-not-confirmed/en.json";
import svGeneralAddressNotConfirmed from "./general/address-not-confirmed/sv.json";
import enGeneralArt13Portal from "./general/art13-portal/en.json";
import svGeneralArt13Portal from "./general/art13-portal/sv.json";
import enGeneralComplaintAcknowledgement from "./general/complaint-acknowledgement/en.json";
import svGeneralComplaintAcknowledgement from "./general/complaint-acknowledgement/sv.json";
import enGeneralComplaintAuthority from "./general/complaint-authority/en.json";
import svGeneralComplaintAuthority from "./general/complaint-authority/sv.json";
import enGeneralCourtRemedy from "./general/court-remedy/en.json";
import svGeneralCourtRemedy from "./general/court-remedy/sv.json";
import enGeneralFreeOfCharge from "./general/free-of-charge/en.json";
import svGeneralFreeOfCharge from "./general/free-of-charge/sv.json";
import enGeneralFreeOfChargeFeePossible from "./general/free-of-charge-fee-possible/en.json";
import svGeneralFreeOfChargeFeePossible from "./general/free-of-charge-fee-possible/sv.json";
import enGeneralIdentityCopy from "./general/identity-copy/en.json";
import svGeneralIdentityCopy from "./general/identity-copy/sv.json";
import enGeneralIdentityEvidence from "./general/identity-evidence/en.json";
import svGeneralIdentityEvidence from "./general/identity-evidence/sv.json";
import enGeneralLawfulnessBefore from "./general/lawfulness-before/en.json";
import svGeneralLawfulnessBefore from "./general/lawfulness-before/sv.json";
import enGeneralMarketingSuppression from "./general/marketing-suppression/en.json";
import svGeneralMarketingSuppression from "./general/marketing-suppression/sv.json";
import enGeneralPostalAddressNotConfirmed from "./general/postal-address-not-confirmed/en.json";
import svGeneralPostalAddressNotConfirmed from "./general/postal-address-not-confirmed/sv.json";
import enGeneralRecipientsTold from "./general/recipients-told/en.json";
import svGeneralRecipientsTold from "./general/recipients-told/sv.json";
import enGeneralRestrictionLifting from "./general/restriction-lifting/en.json";
import svGeneralRestrictionLifting from "./general/restriction-lifting/sv.json";
import enInComplaintAuthority from "./in/complaint-authority/en.json";
import svInComplaintAuthority from "./in/complaint-authority/sv.json";
import enInCourtRemedy from "./in/court-remedy/en.json";
import svInCourtRemedy from "./in/court-remedy/sv.json";
import enJpComplaintAuthority from "./jp/complaint-authority/en.json";
import svJpComplaintAuthority from "./jp/complaint-authority/sv.json";
import enJpCourtRemedy from "./jp/court-remedy/en.json";
import svJpCourtRemedy from "./jp/court-remedy/sv.json";
import enSgComplaintAuthority from "./sg/complaint-authority/en.json";
import svSgComplaintAuthority from "./sg/complaint-authority/sv.json";
import enSgCourtRemedy from "./sg/court-remedy/en.json";
import svSgCourtRemedy from "./sg/court-remedy/sv.json";
import enSgFreeOfChargeFeePossible from "./sg/free-of-charge-fee-possible/en.json";
import svSgFreeOfChargeFeePossible from "./sg/free-of-charge-fee-possible/sv.json";
import enTwComplaintAuthority from "./tw/complaint-authority/en.json";
import svTwComplaintAuthority from "./tw/complaint-authority/sv.json";
import enTwCourtRemedy from "./tw/court-remedy/en.json";
import svTwCourtRemedy from "./tw/court-remedy/sv.json";
import enUkComplaintAcknowledgement from "./uk/complaint-acknowledgement/en.json";
import svUkComplaintAcknowledgement from "./uk/complaint-acknowledgement/sv.json";
import enUkComplaintAuthority from "./uk/complaint-authority/en.json";
import svUkComplaintAuthority from "./uk/complaint-authority/sv.json";
import enUkCourtRemedy from "./uk/court-remedy/en.json";
import svUkCourtRemedy from "./uk/court-remedy/sv.json";
import enUkFreeOfChargeFeePossible from "./uk/free-of-charge-fee-possible/en.json";
import svUkFreeOfChargeFeePossible from "./uk/free-of-charge-fee-possible/sv.json";
import enUsComplaintAuthority from "./us/complaint-authority/en.json";
import svUsComplaintAuthority from "./us/complaint-authority/sv.json";
import enUsCourtRemedy from "./us/court-remedy/en.json";
import svUsCourtRemedy from "./us/court-remedy/sv.json";
import enUsFreeOfChargeFeePossible from "./us/free-of-charge-fee-possible/en.json";
import svUsFreeOfChargeFeePossible from "./us/free-of-charge-fee-possible/sv.json";
import enUsCaComplaintAuthority from "./us-ca/complaint-authority/en.json";
import svUsCaComplaintAuthority from "./us-ca/complaint-authority/sv.json";
import enUsCaCourtRemedy from "./us-ca/court-remedy/en.json";
import svUsCaCourtRemedy from "./us-ca/court-remedy/sv.json";
import enUsCaFreeOfChargeFeePossible from "./us-ca/free-of-charge-fee-possible/en.json";
import svUsCaFreeOfChargeFeePossible from "./us-ca/free-of-charge-fee-possible/sv.json";
import enUsUtComplaintAuthority from "./us-ut/complaint-authority/en.json";
import svUsUtComplaintAuthority from "./us-ut/complaint-authority/sv.json";
import enZaComplaintAuthority from "./za/complaint-authority/en.json";
import svZaComplaintAuthority from "./za/complaint-authority/sv.json";
import enZaCourtRemedy from "./za/court-remedy/en.json";
import svZaCourtRemedy from "./za/court-remedy/sv.json";
import enZaFreeOfChargeFeePossible from "./za/free-of-charge-fee-possible/en.json";
import svZaFreeOfChargeFeePossible from "./za/free-of-charge-fee-possible/sv.json";

/**
 * The texts of laws other than the GDPR, by folder. `general` names no provision and no authority by itself; it
 * stands for every law that has no text of its own for a notice (docs/law.md).
 */
export const OTHER_LAW_TEXTS = {
  general: {
    "access-further-rights": { sv: svGeneralAccessFurtherRights, en: enGeneralAccessFurtherRights },
    "address-not-confirmed": { sv: svGeneralAddressNotConfirmed, en: enGeneralAddressNotConfirmed },
    "art13-portal": { sv: svGeneralArt13Portal, en: enGeneralArt13Portal },
    "complaint-acknowledgement": {
      sv: svGeneralComplaintAcknowledgement,
      en: enGeneralComplaintAcknowledgement,
    },
    "complaint-authority": { sv: svGeneralComplaintAuthority, en: enGeneralComplaintAuthority },
    "court-remedy": { sv: svGeneralCourtRemedy, en: enGeneralCourtRemedy },
    "free-of-charge": { sv: svGeneralFreeOfCharge, en: enGeneralFreeOfCharge },
    "free-of-charge-fee-possible": {
      sv: svGeneralFreeOfChargeFeePossible,
      en: enGeneralFreeOfChargeFeePossible,
    },
    "identity-copy": { sv: svGeneralIdentityCopy, en: enGeneralIdentityCopy },
    "identity-evidence": { sv: svGeneralIdentityEvidence, en: enGeneralIdentityEvidence },
    "lawfulness-before": { sv: svGeneralLawfulnessBefore, en: enGeneralLawfulnessBefore },
    "marketing-suppression": { sv: svGeneralMarketingSuppression, en: enGeneralMarketingSuppression },
    "recipients-told": { sv: svGeneralRecipientsTold, en: enGeneralRecipientsTold },
    "restriction-lifting": { sv: svGeneralRestrictionLifting, en: enGeneralRestrictionLifting },
    "postal-address-not-confirmed": {
      sv: svGeneralPostalAddressNotConfirmed,
      en: enGeneralPostalAddressNotConfirmed,
    },
  },
  uk: {
    "complaint-acknowledgement": { sv: svUkComplaintAcknowledgement, en: enUkComplaintAcknowledgement },
    "complaint-authority": { sv: svUkComplaintAuthority, en: enUkComplaintAuthority },
    "court-remedy": { sv: svUkCourtRemedy, en: enUkCourtRemedy },
    "free-of-charge-fee-possible": { sv: svUkFreeOfChargeFeePossible, en: enUkFreeOfChargeFeePossible },
  },
  ch: {
    "complaint-authority": { sv: svChComplaintAuthority, en: enChComplaintAuthority },
    "court-remedy": { sv: svChCourtRemedy, en: enChCourtRemedy },
    "free-of-charge-fee-possible": { sv: svChFreeOfChargeFeePossible, en: enChFreeOfChargeFeePossible },
  },
  us: {
    "complaint-authority": { sv: svUsComplaintAuthority, en: enUsComplaintAuthority },
    "court-remedy": { sv: svUsCourtRemedy, en: enUsCourtRemedy },
    "free-of-charge-fee-possible": { sv: svUsFreeOfChargeFeePossible, en: enUsFreeOfChargeFeePossible },
  },
  "us-ut": {
    "complaint-authority": { sv: svUsUtComplaintAuthority, en: enUsUtComplaintAuthority },
  },
  "us-ca": {
    "complaint-authority": { sv: svUsCaComplaintAuthority, en: enUsCaComplaintAuthority },
    "court-remedy": { sv: svUsCaCourtRemedy, en: enUsCaCourtRemedy },
    "free-of-charge-fee-possible": { sv: svUsCaFreeOfChargeFeePossible, en: enUsCaFreeOfChargeFeePossible },
  },
  ca: {
    "complaint-authority": { sv: svCaComplaintAuthority, en: enCaComplaintAuthority },
    "court-remedy": { sv: svCaCourtRemedy, en: enCaCourtRemedy },
    "free-of-charge-fee-possible": { sv: svCaFreeOfChargeFeePossible, en: enCaFreeOfChargeFeePossible },
  },
  "ca-qc": {
    "complaint-authority": { sv: svCaQcComplaintAuthority, en: enCaQcComplaintAuthority },
    "court-remedy": { sv: svCaQcCourtRemedy, en: enCaQcCourtRemedy },
    "free-of-charge-fee-possible": { sv: svCaQcFreeOfChargeFeePossible, en: enCaQcFreeOfChargeFeePossible },
  },
  br: {
    "complaint-authority": { sv: svBrComplaintAuthority, en: enBrComplaintAuthority },
    "court-remedy": { sv: svBrCourtRemedy, en: enBrCourtRemedy },
  },
  za: {
    "complaint-authority": { sv: svZaComplaintAuthority, en: enZaComplaintAuthority },
    "court-remedy": { sv: svZaCourtRemedy, en: enZaCourtRemedy },
    "free-of-charge-fee-possible": { sv: svZaFreeOfChargeFeePossible, en: enZaFreeOfChargeFeePossible },
  },
  au: {
    "complaint-authority": { sv: svAuComplaintAuthority, en: enAuComplaintAuthority },
    "court-remedy": { sv: svAuCourtRemedy, en: enAuCourtRemedy },
    "free-of-charge-fee-possible": { sv: svAuFreeOfChargeFeePossible, en: enAuFreeOfChargeFeePossible },
  },
  sg: {
    "complaint-authority": { sv: svSgComplaintAuthority, en: enSgComplaintAuthority },
    "court-remedy": { sv: svSgCourtRemedy, en: enSgCourtRemedy },
    "free-of-charge-fee-possible": { sv: svSgFreeOfChargeFeePossible, en: enSgFreeOfChargeFeePossible },
  },
  jp: {
    "complaint-authority": { sv: svJpComplaintAuthority, en: enJpComplaintAuthority },
    "court-remedy": { sv: svJpCourtRemedy, en: enJpCourtRemedy },
  },
  in: {
    "complaint-authority": { sv: svInComplaintAuthority, en: enInComplaintAuthority },
    "court-remedy": { sv: svInCourtRemedy, en: enInCourtRemedy },
  },
  tw: {
    "complaint-authority": { sv: svTwComplaintAuthority, en: enTwComplaintAuthority },
    "court-remedy": { sv: svTwCourtRemedy, en: enTwCourtRemedy },
  },
};
