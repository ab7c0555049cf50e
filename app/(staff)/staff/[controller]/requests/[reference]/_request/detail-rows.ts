import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";

export type DetailRow = { readonly label: string; readonly value: string };

/** What was asked, in the words of the desk around the person's own. */
export function detailRows(
  details: Details,
  say: Translate,
  letter: Translate,
  language: Language,
): readonly DetailRow[] {
  const row = (name: string, value: string): DetailRow => ({ label: say(`request.detail.${name}`), value });
  const grounds = (kind: "erasureGround" | "restrictionGround", chosen: readonly string[]) =>
    chosen
      .map((id) => (id === "unknown" ? say("request.detail.unknown") : letter(`${kind}.${id}`)))
      .join("\n");
  switch (details.right) {
    case "access":
      return [
        row("scope", say(`request.detail.scopes.${details.scope}`)),
        row("from", details.from ? formatDate(details.from, language) : ""),
        row("to", details.to ? formatDate(details.to, language) : ""),
        row("subject", details.subject),
      ];
    case "rectification":
      return [
        row("wrong", details.wrong),
        row("correct", details.correct),
        row("complete", details.complete),
      ];
    case "erasure":
      return [row("grounds", grounds("erasureGround", details.grounds)), row("what", details.what)];
    case "restriction":
      return [row("grounds", grounds("restrictionGround", details.grounds)), row("what", details.what)];
    case "portability":
      return [row("moveTo", say(`request.detail.moves.${details.to}`)), row("receiver", details.receiver)];
    case "objection":
      return [
        row("what", details.what),
        row("disclosure", details.disclosure ? say("request.detail.yes") : ""),
        row("situation", details.situation),
      ];
    case "marketing_objection":
      return [
        row(
          "channels",
          details.channels.map((channel) => say(`request.detail.channel.${channel}`)).join(", "),
        ),
      ];
    case "automated_decision_review":
      return [row("decision", details.decision), row("view", details.view)];
    case "consent_withdrawal":
    case "complaint":
      return [row("what", details.what)];
  }
}
