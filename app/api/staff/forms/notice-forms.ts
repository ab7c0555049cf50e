import { date, type Form, lines, oneOf } from "@/app/api/staff/form-fields";
import { POSTED_HOW } from "@/lib/domain/notice/kinds";

export const POSTED: Form = [
  date("postedOn", "register.posted.on"),
  oneOf("how", "register.posted.how", POSTED_HOW, (how) => `register.posted.ways.${how}`),
];

export const WORDING: Form = [lines("opening", "wording.opening"), lines("closing", "wording.closing")];
