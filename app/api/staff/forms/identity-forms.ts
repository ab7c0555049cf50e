import { date, type Form, lines, oneOf, tick } from "@/app/api/staff/form-fields";
import { DOUBTS, METHODS, RESULTS } from "@/lib/domain/identity/check";
import { AUTHORITY_KINDS } from "@/lib/domain/identity/representation";
import { VERIFIED_HOW } from "@/lib/domain/intake/filing";

export const IDENTITY_DRAFT: Form = [
  oneOf("category", "identity.staff.category", DOUBTS, (doubt) => `identity.doubt.${doubt}`),
  lines("doubt", "identity.staff.doubtText"),
  lines("needed", "identity.staff.neededText"),
  ...METHODS.map((method) => tick(`by_${method}`, "on", `identity.method.${method}`)),
];

export const IDENTITY_RESULT: Form = [
  oneOf("result", "identity.staff.record", RESULTS, (result) => `identity.result.${result}`),
  oneOf("method", "identity.staff.whichWay", ["", ...METHODS], (method) =>
    method === "" ? "identity.staff.noWay" : `identity.method.${method}`,
  ),
  date("arrivedOn", "identity.staff.arrivedOn"),
  lines("note", "identity.staff.howChecked"),
];

export const AUTHORITY: Form = [
  oneOf("kind", "identity.authority.kind", AUTHORITY_KINDS, (kind) => `identity.kind.${kind}`),
  lines("shown", "identity.authority.shown"),
];

export const VERIFY_ADDRESS: Form = [
  oneOf("how", "register.verify.title", VERIFIED_HOW, (how) => `register.verify.how.${how}`),
];
