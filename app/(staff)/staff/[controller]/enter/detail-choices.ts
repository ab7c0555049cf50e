import type { Right } from "@/lib/domain/kernel/right";
import { ERASURE_GROUNDS, RESTRICTION_GROUNDS } from "@/lib/domain/law/grounds";
import type { Translate } from "@/lib/i18n/translator";
import type { DetailField } from "./detail-fields.client";

const SCOPES = ["everything", "part", "unknown"] as const;
const MOVES = ["unknown", "me", "controller"] as const;
const CHANNELS = ["all", "email", "sms", "phone", "post", "profiling"] as const;

/** What is asked about each right, in the words of the desk; the same fields as the public form. */
export function detailChoices(say: Translate, letter: Translate): Record<Right, readonly DetailField[]> {
  const label = (name: string) => say(`request.detail.${name}`);
  const text = (name: string): DetailField => ({ kind: "text", name, label: label(name) });
  const day = (name: string): DetailField => ({ kind: "day", name, label: label(name) });
  const options = (values: readonly string[], words: string) =>
    values.map((value) => ({ value, label: say(`request.detail.${words}.${value}`) }));
  const grounds = (kind: "erasureGround" | "restrictionGround", ids: readonly string[]): DetailField => ({
    kind: "several",
    name: "grounds",
    label: label("grounds"),
    checks: [
      ...ids.map((value) => ({ value, label: letter(`${kind}.${value}`) })),
      { value: "unknown", label: label("unknown") },
    ],
  });
  return {
    access: [
      { kind: "choice", name: "scope", label: label("scope"), options: options(SCOPES, "scopes") },
      text("subject"),
      day("from"),
      day("to"),
    ],
    rectification: [
      { kind: "text", name: "wrong", label: label("wrong"), required: true },
      text("correct"),
      text("complete"),
    ],
    erasure: [text("what"), grounds("erasureGround", ERASURE_GROUNDS)],
    restriction: [text("what"), grounds("restrictionGround", RESTRICTION_GROUNDS)],
    portability: [
      { kind: "choice", name: "to", label: label("moveTo"), options: options(MOVES, "moves") },
      { kind: "line", name: "receiver", label: label("receiver") },
    ],
    objection: [
      text("what"),
      { kind: "yes", name: "disclosure", label: label("disclosure"), checks: [] },
      text("situation"),
    ],
    marketing_objection: [
      { kind: "several", name: "channels", label: label("channels"), checks: options(CHANNELS, "channel") },
    ],
    consent_withdrawal: [text("what")],
    automated_decision_review: [text("decision"), text("view")],
    complaint: [text("what")],
  };
}
