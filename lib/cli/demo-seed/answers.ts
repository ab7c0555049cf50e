import type { Answer, AnswerItem, Outcome, RefusalPart } from "@/lib/domain/decision/answer";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { Content, Search } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { CONTENT_TEXTS } from "./content-texts";
import { contentFor } from "./contents";

const TEXTS = {
  sv: {
    text: "Vi har gått igenom kundregistret, ärendesystemet och utskickslistorna och gjort det du begärde. (Påhittat svar.)",
    searches: [
      { system: "Kundregistret", terms: "Namn, e-postadress och kundnummer" },
      { system: "Utskickslistorna", terms: "E-postadress" },
    ],
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
    searches: [
      { system: "Customer register", terms: "Name, email address and customer number" },
      { system: "Mailing lists", terms: "Email address" },
    ],
    item: "Customer register",
    description: "Everything in the customer register, with explanations.",
    what: "Invoices of the last five years",
    reasons: "The data is needed until the law lets them go. (Invented reason.)",
    provision: "Bogføringsloven § 12",
    balancing:
      "We weighed your interest against why the data is needed, and found that it is needed for now.",
  },
} as const;

const YEAR_END = "2025-12-31" as IsoDate;
const LONG_AGO = "2026-01-15" as IsoDate;

/**
 * A lawful, invented answer with an outcome that is possible for the right; the wish is a wish.
 * @param on the day on which what was asked was done
 */
export function answerFor(right: Right, wish: Outcome, language: Language, on: IsoDate = LONG_AGO): Answer {
  const say = TEXTS[language];
  const ground = groundsFor(right).find(({ id }) => id !== "not_identified" && id !== "no_authority");
  const outcome = ground || wish === "nothing_held" || wish === "address_not_confirmed" ? wish : "granted";
  const empty: Answer = { outcome, text: "", items: [], refusals: [], searches: [], content: null };
  const searched = (result: Search["result"]) =>
    say.searches.map((search) => ({ ...search, custodian: "", result }));
  const done = { content: contentFor(right, language, on), searches: searched("found") };
  const items: AnswerItem[] =
    right === "access" ? [{ name: say.item, description: say.description, result: "granted" }] : [];
  const refusals: RefusalPart[] = [
    {
      what: say.what,
      ground: ground?.id ?? "",
      reasons: say.reasons,
      provision: ground?.needsProvision ? say.provision : "",
      balancing: ground?.needsBalancing ? say.balancing : "",
      keeping:
        right === "erasure"
          ? { ...NOT_KEPT, trigger: CONTENT_TEXTS[language].trigger, on: YEAR_END, years: 7 }
          : NOT_KEPT,
    },
  ];
  switch (outcome) {
    case "granted":
      return { ...empty, ...done, text: say.text, items };
    case "granted_in_part":
      return { ...empty, ...done, text: say.text, items, refusals };
    case "refused":
      return { ...empty, content: refusedContent(done.content), refusals };
    case "nothing_held":
      return { ...empty, searches: searched("nothing") };
    case "address_not_confirmed":
      return empty;
  }
}

/** What is said where nothing was done: only what the refusal itself rests on. */
function refusedContent(content: Content): Content {
  return content.right === "portability" ? { ...content, basis: "other" } : content;
}
