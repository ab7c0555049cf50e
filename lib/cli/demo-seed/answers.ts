import type { Answer, Outcome } from "@/lib/domain/decision/answer";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";

const TEXTS = {
  sv: {
    text: "Vi har gått igenom kundregistret, ärendesystemet och utskickslistorna och gjort det du begärde. (Påhittat svar.)",
    searched:
      "Vi har sökt på namn, e-postadress och kundnummer i kundregistret, ärendesystemet och utskickslistorna.",
    item: "Kundregistret",
    description: "Alla uppgifter i kundregistret, med förklaringar.",
    what: "Fakturor från de senaste sju åren",
    reasons: "Uppgifterna behövs tills lagen säger att de kan tas bort. (Påhittat skäl.)",
    provision: "7 kap. 2 § bokföringslagen (1999:1078)",
    balancing:
      "Vi har vägt ditt intresse mot varför uppgifterna behövs, och funnit att de behövs tills vidare.",
  },
  en: {
    text: "We went through the customer register, the helpdesk and the mailing lists and did what you asked. (Invented answer.)",
    searched:
      "We searched the customer register, the helpdesk and the mailing lists by name, address and customer number.",
    item: "Customer register",
    description: "Everything in the customer register, with explanations.",
    what: "Invoices of the last five years",
    reasons: "The data is needed until the law lets them go. (Invented reason.)",
    provision: "Bogføringsloven § 12",
    balancing:
      "We weighed your interest against why the data is needed, and found that it is needed for now.",
  },
} as const;

/** A lawful, invented answer with an outcome that is possible for the right; the wish is a wish. */
export function answerFor(right: Right, wish: Outcome, language: Language): Answer {
  const say = TEXTS[language];
  const ground = groundsFor(right)[groundsFor(right).length > 1 ? 1 : 0];
  const outcome = ground || wish === "nothing_held" || wish === "address_not_confirmed" ? wish : "granted";
  const empty: Answer = { outcome, text: "", items: [], refusals: [], searched: "" };
  const items = right === "access" ? [{ name: say.item, description: say.description }] : [];
  const refusals = [
    {
      what: say.what,
      ground: ground?.id ?? "",
      reasons: say.reasons,
      provision: ground?.needsProvision ? say.provision : "",
      balancing: ground?.needsBalancing ? say.balancing : "",
    },
  ];
  switch (outcome) {
    case "granted":
      return { ...empty, text: say.text, items };
    case "granted_in_part":
      return { ...empty, text: say.text, items, refusals };
    case "refused":
      return { ...empty, refusals };
    case "nothing_held":
      return { ...empty, searched: say.searched };
    case "address_not_confirmed":
      return empty;
  }
}
