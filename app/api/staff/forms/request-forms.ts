import { date, type Form, line, lines, oneOf, tick } from "@/app/api/staff/form-fields";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { CLARIFICATION_REASONS } from "@/lib/domain/clock/stops-clock";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { RECEIVED_KINDS } from "@/lib/domain/request/received-otherwise";
import { REOPENING_SOURCES } from "@/lib/domain/request/reopening";

export const NOTE: Form = [lines("text", "staff.request.note.label")];

export const FLAG: Form = [
  oneOf(
    "ground",
    "staff.request.flags.groundLabel",
    FLAG_GROUNDS,
    (ground) => `staff.request.flags.ground.${ground}`,
  ),
  lines("reason", "staff.request.flags.reasonLabel"),
];

export const RECORD: Form = [
  oneOf("kind", "staff.request.record.what", RECEIVED_KINDS, (kind) => `staff.request.record.kind.${kind}`),
  oneOf("way", "staff.request.record.way", ANSWER_WAYS, (way) => `timing.way.${way}`),
  date("on", "staff.request.record.on"),
  lines("text", "staff.request.record.text"),
];

/** The letters that are written in a plain form, by their kind (lib/commands/notice/written-letters.ts). */
export const LETTERS: Readonly<Record<string, Form>> = {
  question: [
    lines("text", "timing.askPage.text"),
    oneOf("stops", "timing.askPage.lead", ["no", "yes"], (stops) =>
      stops === "yes" ? "timing.askPage.stops" : "timing.askPage.runs",
    ),
    tick("largeQuantity", "yes", "timing.askPage.large", true),
    oneOf(
      "category",
      "timing.askPage.category",
      CLARIFICATION_REASONS,
      (reason) => `timing.category.${reason}`,
    ),
    lines("reason", "timing.askPage.reason"),
    lines("choices", "timing.askPage.choices"),
  ],
  reopening: [
    oneOf(
      "source",
      "tasks.reopen.source",
      REOPENING_SOURCES,
      (source) => `staff.request.task.source.${source}`,
    ),
    date("on", "tasks.reopen.on"),
    date("orderedBy", "tasks.reopen.orderedBy"),
    lines("text", "tasks.reopen.reason"),
  ],
  lifting: [lines("text", "tasks.lift.text")],
  direct: [line("email", "identity.authority.directEmail"), lines("why", "identity.authority.directWhy")],
  others: [
    line("name", "tasks.others.fields.name"),
    line("email", "tasks.others.fields.email"),
    lines("postalAddress", "tasks.others.fields.postalAddress"),
    oneOf("language", "tasks.others.fields.language", LANGUAGES, (each) => `staff.answer.languages.${each}`),
    lines("identifiers", "tasks.others.fields.identifiers"),
    lines("text", "tasks.others.fields.text"),
  ],
  objection: [
    oneOf("outcome", "fee.fee.objection", ["given_in", "upheld"], (outcome) =>
      outcome === "upheld" ? "fee.fee.objectionUphold" : "fee.fee.objectionGiveIn",
    ),
    date("answerBy", "fee.work.answerBy"),
    lines("text", "fee.fee.objectionText"),
  ],
};
