import { date, type Form, type FormField, files, line, lines, oneOf } from "@/app/api/staff/form-fields";
import { INTENT_SIGNS, PROPOSALS } from "@/lib/domain/fee/assessment";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";

const text = (
  name: "facts" | "evidence" | "shown" | "against" | "narrow" | "noFee" | "exceptional",
): FormField => lines(name, `fee.assess.fields.${name}`);

export const ASSESSMENT: Form = [
  oneOf("ground", "fee.assess.fields.ground", FLAG_GROUNDS, (ground) => `fee.ground.${ground}`),
  oneOf("proposal", "fee.assess.fields.proposal", PROPOSALS, (proposal) => `fee.proposal.${proposal}`),
  text("facts"),
  text("evidence"),
  oneOf("sign", "fee.assess.fields.sign", ["", ...INTENT_SIGNS], (sign) =>
    sign === "" ? "fee.assess.fields.signNone" : `fee.sign.${sign}.label`,
  ),
  text("shown"),
  text("against"),
  text("narrow"),
  text("noFee"),
  text("exceptional"),
  files("files", "fee.assess.fields.files"),
];

export const DROP_ASSESSMENT: Form = [lines("reason", "fee.assess.dropReason")];

export const SEND_BACK_ASSESSMENT: Form = [lines("reason", "fee.assess.sendBackReason")];

export const LINK_PERSON: Form = [line("other", "fee.link.other"), lines("reason", "fee.link.reason")];

export const PAYMENT: Form = [
  line("amount", "fee.fee.amount"),
  date("on", "fee.fee.payOn"),
  line("payment", "fee.fee.payReference"),
];

export const WAIVER: Form = [lines("reason", "fee.fee.waiveReason")];

export const REFUND: Form = [...PAYMENT, ...WAIVER];
