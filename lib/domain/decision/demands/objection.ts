import type { Asked } from "@/lib/domain/decision/asked";
import type { ObjectionContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import { type Demand, demanding, type Filled, type Gap, type NamedRecipient } from "./demand";

/** The person's situation against the controller's grounds (GDPR Art. 21(1)). */
export type Balancing = {
  readonly basis: "e" | "f" | "other";
  readonly situation: Filled;
  readonly compelling: Filled;
  readonly restrictedFrom: IsoDate | null;
};

export type ReadyObjection = Balancing & {
  readonly right: "objection";
  readonly stopped: Filled;
  readonly from: IsoDate;
  readonly disclosure:
    | { readonly is: "not_asked" }
    | { readonly is: "stopped" | "continues"; readonly text: Filled };
  readonly recipients: readonly NamedRecipient[];
};

/**
 * What an answer that follows an objection must say: the legal basis, the person's situation weighed against the
 * grounds, what stopped and from when (GDPR Art. 21(1)); disclosure to third parties is decided by itself. Where
 * disclosure continues although it was objected to, the objection is granted in part only; that nobody objected to it
 * cannot be said to somebody who did.
 * @param of `today` is the local day of the decision; `inPart` if something is refused besides
 */
export function objectionDemands(
  content: ObjectionContent,
  of: { readonly inPart: boolean; readonly today: IsoDate; readonly asked: readonly Asked[] },
): Result<ReadyObjection, readonly Gap[]> {
  const demand = demanding();
  const { disclosure } = content;
  demand.that(disclosure !== "", "disclosure");
  demand.that(!(disclosure === "not_asked" && of.asked.includes("no_disclosure")), "disclosure_asked");
  if (disclosure === "continues") demand.that(of.inPart, "disclosure_part");
  return demand.met({
    right: "objection",
    ...balancing(demand, content, of.today),
    stopped: demand.text(content.stopped, "stopped"),
    from: demand.day(content.from, "from", { after: of.today, ahead: "stopped_ahead" }),
    disclosure:
      disclosure === "stopped" || disclosure === "continues"
        ? { is: disclosure, text: demand.text(content.disclosureText, "disclosure_text") }
        : { is: "not_asked" },
    recipients: disclosure === "stopped" ? demand.names(content.recipients) : [],
  });
}

export type RefusedObjection = Balancing & { readonly right: "objection" };

/** What a refusal must say whose ground is that compelling legitimate grounds override: both sides (Art. 21(1)). */
export function objectionRefusalDemands(
  content: ObjectionContent,
  today: IsoDate,
): Result<RefusedObjection, readonly Gap[]> {
  const demand = demanding();
  return demand.met({ right: "objection", ...balancing(demand, content, today) });
}

function balancing(demand: Demand, content: ObjectionContent, today: IsoDate): Balancing {
  demand.that(content.basis !== "", "objection_basis");
  return {
    basis: content.basis === "" ? "other" : content.basis,
    situation: demand.text(content.situation, "situation"),
    compelling: demand.text(content.compelling, "compelling"),
    restrictedFrom:
      content.restrictedFrom === ""
        ? null
        : demand.day(content.restrictedFrom, "restricted_from", { after: today, ahead: "restricted_ahead" }),
  };
}
