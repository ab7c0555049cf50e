import type { Telling } from "@/lib/domain/decision/content";
import type { Demand, Filled, NamedRecipient, Some } from "./demand";

/** Who is told of a change, that nobody received the data, or why nobody is told. */
export type ReadyTelling =
  | { readonly told: "recipients"; readonly recipients: Some<NamedRecipient> }
  | { readonly told: "none" }
  | { readonly told: "impossible"; readonly because: Filled };

/**
 * What a change of data says of those who received it (GDPR Art. 19): each is told, unless there is none, or telling them
 * proves impossible or takes a disproportionate effort, because of what the words say. Silence is no answer.
 */
export function telling(demand: Demand, { told, recipients, notTold }: Telling): ReadyTelling {
  if (told === "none") return { told };
  if (told === "impossible") return { told, because: demand.text(notTold, "not_told") };
  demand.that(told === "recipients", "told");
  const named = told === "recipients" ? demand.names(recipients) : [];
  if (told === "recipients") demand.that(named.length > 0, "told_recipients");
  return { told: "recipients", recipients: named as unknown as Some<NamedRecipient> };
}
