import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Answer } from "./answer";
import type { Content, Recipient, Telling } from "./content";
import { keptUntil } from "./kept-until";

/** What must still happen once an answer has taken effect. */
export type FollowUp =
  /** GDPR Art. 19: who received the data is told what was done with it. */
  | {
      readonly kind: "tell_recipient";
      readonly recipient: string;
      readonly country: string;
      readonly what: "rectified" | "erased" | "restricted" | "disclosure_stopped";
    }
  /** Art. 17(2): who publishes the data on is told that erasure was asked for. */
  | { readonly kind: "tell_publisher"; readonly publisher: string }
  /** Art. 21(3): an entry that keeps direct marketing stopped. */
  | { readonly kind: "suppress" }
  /** Art. 18(3): the person is told before a restriction is lifted. */
  | { readonly kind: "lift_restriction_notice"; readonly since: IsoDate | null }
  /** Art. 20(2): the data goes to the controller that the person named. */
  | { readonly kind: "transmit"; readonly to: string }
  /** What is kept by a retention rule is erased when its time is over (Art. 5(1)(e), 17(1)). */
  | { readonly kind: "erase_later"; readonly what: string; readonly on: IsoDate };

/**
 * What follows from an answer, as things to be done and proven. Pure; who makes tasks of it asks when the decision
 * takes effect. Nothing follows from an answer that nobody could read (an address never confirmed).
 */
export function followUps(answer: Answer, right: Right): readonly FollowUp[] {
  const { content, outcome } = answer;
  if (outcome === "address_not_confirmed") return [];
  const later = answer.refusals.flatMap(({ what, keeping }): FollowUp[] => {
    const on = right === "erasure" ? keptUntil(keeping) : null;
    return on ? [{ kind: "erase_later", what, on }] : [];
  });
  if (content === null || content.right !== right) return later;
  const done = outcome === "granted" || outcome === "granted_in_part";
  return [...(done ? afterGrant(content) : afterNo(content)), ...later];
}

function afterGrant(content: Content): readonly FollowUp[] {
  switch (content.right) {
    case "rectification":
      return [...changed(content, "rectified"), ...lifting(content.restrictedFrom)];
    case "erasure":
      return [
        ...changed(content, "erased"),
        ...content.publishers
          .filter(({ name }) => content.published === "yes" && name.trim() !== "")
          .map(({ name }) => ({ kind: "tell_publisher" as const, publisher: name.trim() })),
      ];
    case "restriction":
      return [...changed(content, "restricted"), lift(content.from)];
    case "portability":
      return content.transmission === "controller" && content.receiver.trim() !== ""
        ? [{ kind: "transmit", to: content.receiver.trim() }]
        : [];
    case "objection":
      return [
        ...(content.disclosure === "stopped" ? told(content.recipients, "disclosure_stopped") : []),
        ...lifting(content.restrictedFrom),
      ];
    case "marketing_objection":
      return [{ kind: "suppress" }];
    case "access":
    case "consent_withdrawal":
    case "automated_decision_review":
    case "complaint":
      return [];
  }
}

/** Data that was restricted while a request was examined is freed by its refusal, after the notice. */
function afterNo(content: Content): readonly FollowUp[] {
  return content.right === "rectification" || content.right === "objection"
    ? lifting(content.restrictedFrom)
    : [];
}

/** Nobody follows where there is none to tell, or the answer says why they cannot be told. */
function changed(
  { told: choice, recipients }: Telling,
  what: Parameters<typeof told>[1],
): readonly FollowUp[] {
  return choice === "none" || choice === "impossible" ? [] : told(recipients, what);
}

function told(
  recipients: readonly Recipient[],
  what: Extract<FollowUp, { kind: "tell_recipient" }>["what"],
): readonly FollowUp[] {
  return recipients
    .filter(({ name }) => name.trim() !== "")
    .map(({ name, country }) => ({
      kind: "tell_recipient",
      recipient: name.trim(),
      country: country.trim(),
      what,
    }));
}

function lifting(since: IsoDate | ""): readonly FollowUp[] {
  return since === "" ? [] : [lift(since)];
}

function lift(since: IsoDate | ""): FollowUp {
  return { kind: "lift_restriction_notice", since: since === "" ? null : since };
}
