import type { Law } from "@/lib/domain/law/law";
import { days, extensionTold, plainRules } from "@/lib/domain/law/profiles/plain";

const ANSWER = "Art. 25(7) FADP; Art. 18 DPO (SR 235.11)";

/**
 * Swiss Federal Act on Data Protection: 30 days, or the day that the person is told in them. After a notice
 * that costs are to be shared there are ten days to think; the 30 days start when they are over, and silence
 * is withdrawal.
 */
export const SWISS_FADP: Law = {
  law: "ch",
  version: 1,
  places: [{ id: "ch-fadp", state: "CH", region: "CH" }],
  gives: null,
  rules: plainRules(
    ANSWER,
    days(30),
    [
      "access",
      "rectification",
      "erasure",
      "restriction",
      "portability",
      "objection",
      "marketing_objection",
      "automated_decision_review",
    ],
    {
      reflection: { question: "fee", within: days(10), citation: "Art. 19(3) DPO (SR 235.11)" },
      extension: extensionTold("Art. 18(2) DPO (SR 235.11)"),
      refusal: { within: days(30), citation: "Art. 18 DPO (SR 235.11)" },
    },
  ),
  open: ["lastDayOff"],
  unverified: ["complaint", "rights"],
  sources: [
    "FADP Art. 25: https://lawbrary.ch/law/art/DSG-v2023.09-en-art-25",
    "DPO Art. 18: https://www.datenschutzpartner.ch/dsv/dsv-18/",
    "DPO Art. 19: https://staging.app.omnilex.ai/en/sources/commentaries/ch-fedlex--235.11--19",
  ],
};
