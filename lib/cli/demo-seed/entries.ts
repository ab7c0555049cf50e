import type { EnteredChannel, Relationship } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";

/** A request that an officer of the demo entered; everything in it is invented. */
export type Entry = {
  readonly channel: EnteredChannel;
  readonly right: Exclude<Right, "rectification">;
  readonly name: string;
  readonly email?: string;
  readonly postalAddress?: string;
  readonly phone?: string;
  readonly relationship: Relationship;
  readonly text: string;
  readonly processor?: string;
  readonly receivedHoursAgo: number;
  /** When it came from the processor to the controller. */
  readonly reachedUsHoursAgo?: number;
  readonly enteredHoursAgo: number;
  /** Its receipt was posted and its address verified. */
  readonly posted?: true;
  readonly forwardTo?: { readonly name: string; readonly email: string };
};

export const ENTRIES: Readonly<Record<Language, readonly Entry[]>> = {
  sv: [
    {
      channel: "post",
      right: "access",
      name: "Gunborg Påhittad",
      postalAddress: "Låtsasvägen 4\n000 00 Ingenstans",
      relationship: "former_customer",
      text: "Till Norrsken Exempelhandel\n\nJag begär härmed tillgång till mina uppgifter enligt artikel 15 i dataskyddsförordningen. Jag har ingen e-post, så svara i ett brev.\n\nMed vänliga hälsningar\nGunborg Påhittad",
      receivedHoursAgo: 3 * 24,
      enteredHoursAgo: 2,
    },
    {
      channel: "post",
      right: "erasure",
      name: "Torvald Påhittad",
      postalAddress: "Uppdiktade stigen 9\n000 00 Ingenstans",
      relationship: "former_customer",
      text: "Radera alla mina uppgifter. Jag handlar inte hos er längre.",
      receivedHoursAgo: 12 * 24,
      enteredHoursAgo: 11 * 24,
      posted: true,
    },
    {
      channel: "phone",
      right: "marketing_objection",
      name: "Inga-Lill Påhittad",
      email: "inga-lill@person.test",
      phone: "000-00 00 01",
      relationship: "customer",
      text: "Ringde växeln och sa: ”Jag vill inte ha mer reklam, varken i brevlådan eller som sms.”",
      receivedHoursAgo: 5,
      enteredHoursAgo: 4.5,
    },
    {
      channel: "in_person",
      right: "consent_withdrawal",
      name: "Hassan Påhittad",
      phone: "000-00 00 02",
      relationship: "customer",
      text: "Kom till butiken i Umeå och tog tillbaka sitt samtycke till bilderna från invigningen.",
      receivedHoursAgo: 26,
      enteredHoursAgo: 25.5,
    },
    {
      channel: "processor",
      right: "access",
      name: "Vera Påhittad",
      email: "vera@person.test",
      relationship: "employee",
      processor: "Lönebyrån i Låtsasstad AB (påhittad)",
      text: "Jag vill ha ett registerutdrag över allt som finns om mig i lönesystemet.",
      receivedHoursAgo: 9 * 24,
      reachedUsHoursAgo: 4 * 24,
      enteredHoursAgo: 4 * 24 - 1,
    },
    {
      channel: "email",
      right: "access",
      name: "Nils Påhittad",
      email: "nils@person.test",
      relationship: "unknown",
      text: "Hej, vilka uppgifter har ni om mig från kundklubben hos Exempelkaféet?",
      receivedHoursAgo: 31,
      enteredHoursAgo: 30,
      forwardTo: { name: "Exempelkaféet AB (påhittat)", email: "dataskydd@exempelkafeet.test" },
    },
  ],
  en: [
    {
      channel: "post",
      right: "access",
      name: "Gudrun Invented",
      postalAddress: "4 Makebelieve Road\n0000 Nowhere",
      relationship: "former_customer",
      text: "Please send me a copy of all my personal data. I have no email address.",
      receivedHoursAgo: 6 * 24,
      enteredHoursAgo: 3,
    },
    {
      channel: "processor",
      right: "complaint",
      name: "Mads Invented",
      email: "mads@person.test",
      relationship: "customer",
      processor: "Callcentre Invented ApS",
      text: "I want to complain about how long I had to wait when I asked about my data.",
      receivedHoursAgo: 5 * 24,
      reachedUsHoursAgo: 2 * 24,
      enteredHoursAgo: 40,
    },
  ],
};
