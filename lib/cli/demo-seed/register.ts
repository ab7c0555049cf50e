import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { saveActivity } from "@/lib/commands/controller/save-activity";
import type { Activity } from "@/lib/domain/controller/activity";
import type { DemoColleague } from "./staff";

const NONE = { interest: {}, consent: {}, trigger: {}, years: 0, months: 0, transfers: [] } as const;

/** An invented register of processing: what an ordinary shop does with personal data. */
const ACTIVITIES: readonly Activity[] = [
  {
    ...NONE,
    name: { sv: "Kundkonto och beställningar", en: "Customer account and orders" },
    purpose: {
      sv: "Ta emot, leverera och ta betalt för det du köper.",
      en: "To take, deliver and charge what you buy.",
    },
    basis: "b",
    special: "",
    relationships: ["customer", "former_customer"],
    categories: {
      sv: "Namn, adress, e-postadress, telefonnummer, beställningar och betalningar.",
      en: "Name, address, email address, phone number, orders and payments.",
    },
    recipients: [
      { name: "Exempelfrakt AB (påhittat)", country: "SE" },
      { name: "Låtsasbetalning AB (påhittat)", country: "SE" },
    ],
    retention: {
      sv: "Till dess att du avslutar kontot. Bokföringsunderlag sparas i sju år efter räkenskapsåret.",
      en: "Until you close the account. Accounting records are kept for seven years after the financial year.",
    },
    trigger: { sv: "räkenskapsåret tog slut", en: "the financial year ended" },
    years: 7,
    source: {
      sv: "Från dig. Adressen stäms av mot det statliga personadressregistret.",
      en: "From you. The address is checked against the public address register.",
    },
    systems: ["Kundregistret", "Ekonomisystemet"],
    automated: null,
  },
  {
    ...NONE,
    name: { sv: "Kundtjänst", en: "Helpdesk" },
    purpose: {
      sv: "Svara på frågor och reklamationer.",
      en: "To answer questions and complaints about goods.",
    },
    basis: "f",
    interest: {
      sv: "att kunna hjälpa den som hör av sig och visa vad som har sagts.",
      en: "to help whoever gets in touch, and to show what was said.",
    },
    special: "",
    relationships: ["customer", "former_customer", "prospect", "other"],
    categories: {
      sv: "Namn, e-postadress och det du har skrivit.",
      en: "Name, email address, and what you wrote.",
    },
    recipients: [{ name: "Låtsasmoln Ltd (påhittat)", country: "IE" }],
    retention: { sv: "Fem år efter att frågan avslutades.", en: "Five years after the matter was closed." },
    trigger: { sv: "frågan avslutades", en: "the matter was closed" },
    years: 5,
    source: { sv: "Från dig.", en: "From you." },
    systems: ["Kundtjänstsystemet", "E-postarkivet"],
    automated: null,
  },
  {
    ...NONE,
    name: { sv: "Nyhetsbrev", en: "Newsletter" },
    purpose: { sv: "Skicka nyheter och erbjudanden.", en: "To send news and offers." },
    basis: "a",
    consent: {
      sv: "Ja, skicka mig nyhetsbrevet. Jag kan ändra mig när jag vill.",
      en: "Yes, send me the newsletter. I can change my mind at any time.",
    },
    special: "",
    relationships: ["customer", "prospect"],
    categories: {
      sv: "E-postadress och vilka länkar du öppnar.",
      en: "Email address, and which links you open.",
    },
    recipients: [{ name: "Invented Mail Inc", country: "US" }],
    transfers: [{ recipient: "Invented Mail Inc", country: "US", safeguard: "standard_clauses" }],
    retention: { sv: "Till dess att du säger upp brevet.", en: "Until you unsubscribe." },
    source: { sv: "Från dig.", en: "From you." },
    systems: ["Utskickslistorna"],
    automated: null,
  },
  {
    ...NONE,
    name: { sv: "Köp på faktura", en: "Buying by invoice" },
    purpose: {
      sv: "Bedöma om ett köp kan betalas i efterskott.",
      en: "To decide whether a purchase can be paid later.",
    },
    basis: "b",
    special: "",
    relationships: ["customer"],
    categories: {
      sv: "Personnummer, inkomst och betalningsanmärkningar.",
      en: "Identity number, income and payment defaults.",
    },
    recipients: [{ name: "Kreditpåhitt AB (påhittat)", country: "SE" }],
    retention: { sv: "Tre månader efter bedömningen.", en: "Three months after the decision." },
    trigger: { sv: "bedömningen gjordes", en: "the decision was made" },
    months: 3,
    source: { sv: "Från kreditupplysningsföretaget.", en: "From the credit reference agency." },
    systems: ["Kreditsystemet"],
    automated: {
      logic: {
        sv: "Inkomsten delas med köpets belopp. Under fyra, eller med en anmärkning det senaste året, blir svaret nej.",
        en: "The income is divided by the amount. Below four, or with a default in the last year, the answer is no.",
      },
      significance: {
        sv: "Utan ja går det inte att köpa på faktura.",
        en: "Without a yes, buying by invoice is not possible.",
      },
      consequences: {
        sv: "Köpet kan betalas direkt i stället.",
        en: "The purchase can be paid at once instead.",
      },
    },
  },
  {
    ...NONE,
    name: { sv: "Anställda och sökande", en: "Staff and applicants" },
    purpose: { sv: "Anställa, betala lön och sköta arbetsmiljön.", en: "To hire, pay and look after staff." },
    basis: "c",
    special: "b",
    relationships: ["employee", "applicant"],
    categories: {
      sv: "Namn, personnummer, lön, frånvaro och meriter.",
      en: "Name, identity number, pay, absence and merits.",
    },
    recipients: [{ name: "Skatteverket", country: "SE" }],
    retention: {
      sv: "Två år efter anställningen, lön sju år.",
      en: "Two years after the employment, pay seven years.",
    },
    trigger: { sv: "anställningen upphörde", en: "the employment ended" },
    years: 2,
    source: {},
    systems: ["Lönesystemet", "Rekryteringsverktyget"],
    automated: null,
  },
];

/** Fills the register of a demo controller, as its data protection officer would. */
export async function seedRegister(ctx: Ctx, team: readonly DemoColleague[]): Promise<void> {
  const dpo = team.find(({ role }) => role === "dpo");
  if (!dpo) return;
  const by: Ctx = { ...ctx, actor: { kind: "staff", staffId: dpo.staffId, roles: ["dpo"] } };
  for (const activity of ACTIVITIES) {
    await saveActivity(by, { id: randomUUID(), version: 0, active: true, activity });
  }
}
