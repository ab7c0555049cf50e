import type { Details, Who } from "@/lib/domain/intake/filing";
import type { MailContent } from "@/lib/domain/notice/mail-content";

const FIRST = ["Alva", "Bertil", "Cajsa", "Didrik", "Ebba", "Folke", "Greta", "Hjalmar", "Idun", "Jonte"];
const MIDDLE = [
  "Provlund",
  "Mätström",
  "Taltall",
  "Radvik",
  "Siffergren",
  "Kolumnberg",
  "Tabellius",
  "Nollby",
];
const LAST = ["Påhittsson", "Exempelqvist", "Provander", "Mätarsson", "Testelius", "Radholm", "Talgren"];
const RELATIONSHIPS = ["customer", "former_customer", "employee", "applicant", "unknown"] as const;

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

/** An invented person, another one for every number. */
export function person(number: number): Who {
  const name = `${pick(FIRST, number)} ${pick(MIDDLE, Math.floor(number / 10))} ${pick(LAST, Math.floor(number / 80))}`;
  return {
    name,
    email: `person-${number}@post.test`,
    postalAddress: "",
    phone: "",
    onBehalf: number % 20 === 0 ? "child" : "self",
    subjectName: number % 20 === 0 ? `Lilla ${pick(LAST, number)}` : "",
    authority: "",
    relationship: pick(RELATIONSHIPS, number),
    identifiers: number % 3 === 0 ? `Kundnummer ${100_000 + number}` : "",
  };
}

const ASKED: readonly Details[] = [
  { right: "access", scope: "everything", from: null, to: null, subject: "" },
  { right: "access", scope: "part", from: null, to: null, subject: "Mina köp och era anteckningar om mig." },
  { right: "erasure", grounds: ["a", "b"], what: "Mitt konto och allt som hör till det." },
  { right: "rectification", wrong: "Min gamla adress står kvar.", correct: "Provgatan 2", complete: "" },
  { right: "portability", to: "me", receiver: "" },
  { right: "objection", what: "Profileringen av mina köp.", disclosure: true, situation: "" },
  { right: "marketing_objection", channels: ["email", "sms"] },
  { right: "restriction", grounds: ["a"], what: "" },
];

/** What is asked: mostly one right, in every tenth filing two. */
export function asked(number: number): readonly Details[] {
  const first = pick(ASKED, number);
  const second = pick(ASKED, number + 3);
  return number % 10 === 0 && first.right !== second.right ? [first, second] : [first];
}

/** A mail as long as a receipt is. */
export const RECEIPT: MailContent = {
  subject: "Vi har tagit emot din begäran",
  language: "sv",
  blocks: [
    { kind: "paragraph", text: "Mätbolaget AB (påhittat) har tagit emot din begäran. ".repeat(3) },
    {
      kind: "facts",
      rows: [{ label: "Tillgång till uppgifter", value: "AAAAA-AAAAA-A, svar senast 7 april" }],
    },
    { kind: "paragraph", text: "Svarstiden räknas från den dag då begäran kom in. ".repeat(8) },
    { kind: "link", label: "Bekräfta din e-postadress", url: `https://portal.test/c/${"A".repeat(43)}` },
    { kind: "small", text: "Länken gäller i 14 dagar. ".repeat(4) },
  ],
};
