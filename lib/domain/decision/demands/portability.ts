import type { Asked } from "@/lib/domain/decision/asked";
import type { PortabilityContent } from "@/lib/domain/decision/content";
import type { Result } from "@/lib/domain/kernel/result";
import { type Demand, demanding, type Filled, type Gap } from "./demand";

/** The three conditions of GDPR Art. 20(1), each answered. */
export type Conditions = {
  readonly automated: boolean;
  readonly basis: "consent" | "contract" | "other";
  readonly provided: boolean;
};

export type ReadyPortability = {
  readonly right: "portability";
  readonly conditions: Conditions;
  readonly format: Filled;
  readonly transmission:
    | { readonly to: "person" }
    | { readonly to: "controller"; readonly receiver: Filled }
    | { readonly to: "not_feasible"; readonly receiver: Filled; readonly because: Filled };
};

/**
 * What an answer that hands data over must say: that the conditions of GDPR Art. 20(1) are met (automated means,
 * consent or contract, provided by the person), the format, and whether it went to the controller that the person
 * asked for or why that is not technically feasible (20(2)).
 */
export function portabilityDemands(
  content: PortabilityContent,
  asked: readonly Asked[],
): Result<ReadyPortability, readonly Gap[]> {
  const demand = demanding();
  const conditions = answered(demand, content);
  demand.that(areMet(conditions), "conditions_met");
  const toPerson = content.transmission === "person";
  demand.that(!(toPerson && asked.includes("to_controller")), "transmission_asked");
  return demand.met({
    right: "portability",
    conditions,
    format: demand.text(content.format, "format"),
    transmission: transmission(demand, content),
  });
}

export type RefusedPortability = { readonly right: "portability"; readonly conditions: Conditions };

/** What a refusal because of the conditions must say: the answer to each, at least one of them no. */
export function portabilityRefusalDemands(
  content: PortabilityContent,
): Result<RefusedPortability, readonly Gap[]> {
  const demand = demanding();
  const conditions = answered(demand, content);
  demand.that(!areMet(conditions), "conditions_unmet");
  return demand.met({ right: "portability", conditions });
}

function areMet({ automated, basis, provided }: Conditions): boolean {
  return automated && basis !== "other" && provided;
}

function answered(demand: Demand, { automated, basis, provided }: PortabilityContent): Conditions {
  demand.that(automated !== "" && basis !== "" && provided !== "", "conditions");
  return {
    automated: automated === "yes",
    basis: basis === "" ? "other" : basis,
    provided: provided === "yes",
  };
}

function transmission(demand: Demand, content: PortabilityContent): ReadyPortability["transmission"] {
  switch (content.transmission) {
    case "controller":
      return { to: "controller", receiver: demand.text(content.receiver, "receiver") };
    case "not_feasible":
      return {
        to: "not_feasible",
        receiver: demand.text(content.receiver, "receiver"),
        because: demand.text(content.notFeasible, "not_feasible"),
      };
    case "person":
      return { to: "person" };
    case "":
      demand.that(false, "transmission");
      return { to: "person" };
  }
}
