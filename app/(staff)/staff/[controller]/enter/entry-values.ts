import type { Details } from "@/lib/domain/intake/filing";
import type { Right } from "@/lib/domain/kernel/right";
import type { EntryFormView } from "@/lib/queries/intake/entry-form";

/** The fields of one right, as the form holds them. */
export type DetailValues = Record<string, string | boolean | string[]>;

/** What the form holds: one field per name of lib/schemas/intake/entry.ts. */
export type EntryValues = {
  channel: string;
  receivedOn: string;
  receivedAt: string;
  processor: string;
  processorOn: string;
  processorAt: string;
  knownBack: boolean;
  language: string;
  name: string;
  email: string;
  postalAddress: string;
  phone: string;
  onBehalf: string;
  subjectName: string;
  authority: string;
  relationship: string;
  identifiers: string;
  text: string;
  rights: Right[];
  details: Record<Right, DetailValues>;
};

const BLANK: { readonly [R in Right]: Omit<Extract<Details, { right: R }>, "right"> } = {
  access: { scope: "everything", from: null, to: null, subject: "" },
  rectification: { wrong: "", correct: "", complete: "" },
  erasure: { grounds: [], what: "" },
  restriction: { grounds: [], what: "" },
  portability: { to: "unknown", receiver: "" },
  objection: { what: "", disclosure: false, situation: "" },
  marketing_objection: { channels: [] },
  consent_withdrawal: { what: "" },
  automated_decision_review: { decision: "", view: "" },
  complaint: { what: "" },
};

export function blankEntry({ now, languages }: EntryFormView): EntryValues {
  const details = Object.fromEntries(
    Object.entries(BLANK).map(([right, fields]) => [
      right,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""])),
    ]),
  ) as EntryValues["details"];
  return {
    channel: "",
    receivedOn: String(now.date),
    receivedAt: now.time,
    processor: "",
    processorOn: "",
    processorAt: "",
    knownBack: false,
    language: languages[0] ?? "en",
    name: "",
    email: "",
    postalAddress: "",
    phone: "",
    onBehalf: "self",
    subjectName: "",
    authority: "",
    relationship: "unknown",
    identifiers: "",
    text: "",
    rights: [],
    details,
  };
}

/** What is sent: the details of the rights that are chosen, and no fields that are not shown. */
export function toEntry(values: EntryValues, idempotencyKey: string): unknown {
  const { processor, processorOn, processorAt, ...rest } = values;
  const through = values.channel === "processor" ? { processor, processorOn, processorAt } : {};
  const chosen = values.rights.map((right) => [right, { right, ...values.details[right] }]);
  return { ...rest, ...through, idempotencyKey, details: Object.fromEntries(chosen) };
}
