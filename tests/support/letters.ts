import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Right } from "@/lib/domain/kernel/right";

const FOLDER = join(process.cwd(), "tests", "support", "letters");

/** What the letters of a kind ask for, and what besides when their optional parts are taken. */
const LABELS: readonly (readonly [kind: RegExp, rights: readonly Right[], optional: readonly Right[]])[] = [
  [/^access-/, ["access"], ["portability"]],
  [/^erasure-/, ["erasure", "consent_withdrawal"], ["objection", "restriction"]],
  [/^objection-/, ["marketing_objection", "consent_withdrawal"], []],
  [/^rectification-/, ["rectification"], []],
  [/^(?:complaint|admonition)/, ["complaint"], []],
];

/** The letters that the rules were written with; all others were looked at only when the rules stood. */
const WRITTEN_WITH: readonly string[] = [
  "de/access-default",
  "de/erasure-default",
  "de/objection-default",
  "de/rectification-default",
  "de/complaint",
  "de/admonition",
  "en/access-default",
  "en/erasure-default",
  "en/complaint",
  "en/admonition",
  "es/access-default",
  "es/objection-default",
  "es/admonition",
  "sv/complaint",
];

export type LabelledLetter = {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly rights: readonly Right[];
  readonly part: "written-with" | "kept-aside";
};

/** The real letters (NOTICE), each three times: as the template stands, with its optional parts and without. */
export function labelledLetters(): readonly LabelledLetter[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".txt"),
  );
  return files.sort().flatMap((file) => {
    const name = file.replace(/\.txt$/, "");
    const [language = "", kind = ""] = name.split("/");
    const label = LABELS.find(([pattern]) => pattern.test(kind));
    if (!label) throw new Error(`no label for ${name}`);
    const template = readFileSync(join(FOLDER, file), "utf8");
    const part = WRITTEN_WITH.includes(name) ? ("written-with" as const) : ("kept-aside" as const);
    const [, always, optional] = label;
    const all = [...always, ...optional.filter((right) => mentions(template, right))];
    return [
      { name: `${name} (template)`, language, part, text: template, rights: all },
      { name: `${name} (full)`, language, part, text: filled(template, true), rights: all },
      bare(`${name} (bare)`, template, { language, part, always, all }),
    ];
  });
}

/** One template does not close its mark, so that its optional part cannot be left out. */
function bare(
  name: string,
  template: string,
  of: Pick<LabelledLetter, "language" | "part"> & Record<"always" | "all", readonly Right[]>,
): LabelledLetter {
  const text = filled(template, false);
  const rights = text.includes("[include_objection>") ? of.all : of.always;
  return { name, language: of.language, part: of.part, text, rights };
}

/** Whether the template has the optional part. */
function mentions(template: string, right: Right): boolean {
  return right === "portability"
    ? template.includes("[data_portability>")
    : template.includes("[include_objection>");
}

/** A letter as somebody sends it: fields filled in, optional parts taken or left out, no mark-up. */
function filled(template: string, optional: boolean): string {
  let text = template;
  const inner = /\[(\w+)>([^[\]]*)\]/;
  for (let match = inner.exec(text); match; match = inner.exec(text)) {
    const taken = optional || ["erase_all", "has_fields"].includes(match[1] ?? "");
    text = text.replace(match[0], () => (taken ? (match?.[2] ?? "") : ""));
  }
  return text
    .replace(/<\/?italic>/g, "")
    .replaceAll("{request_article}", "15")
    .replaceAll("{request_date}", "2026-03-05")
    .replaceAll("{id_data}", "Alex Exempel, 1990-01-01")
    .replace(/\{(\w+)\}/g, "12345")
    .replace(/\{([^{}]*)\}/g, "$1");
}

type Plain = Pick<LabelledLetter, "language" | "text" | "rights">;

/** How people write who use no template; invented, and written after the rules stood. */
export const PLAIN_LETTERS: readonly Plain[] = [
  {
    language: "sv",
    text: "Hej! Jag vill ha ett registerutdrag med allt ni har sparat om mig. Jag var kund hos er 2021. Hälsningar Kim",
    rights: ["access"],
  },
  {
    language: "sv",
    text: "Ta bort mitt konto och radera alla mina uppgifter. Jag vill inte heller ha mer reklam från er.",
    rights: ["erasure", "marketing_objection"],
  },
  {
    language: "sv",
    text: "Min adress är fel i ert register. Jag bor på Låtsasvägen 4 sedan i våras. Kan ni ändra det?",
    rights: ["rectification"],
  },
  {
    language: "sv",
    text: "Jag drar tillbaka mitt samtycke till att ni använder bilderna på mig från lägret.",
    rights: ["consent_withdrawal"],
  },
  {
    language: "sv",
    text: "Ert system sa nej till mitt köp direkt. Jag vill att en människa tittar på det och att beslutet omprövas.",
    rights: ["automated_decision_review"],
  },
  {
    language: "sv",
    text: "Jag vill klaga på hur ni har hanterat min begäran. Jag skrev i mars och har inte fått svar.",
    rights: ["complaint"],
  },
  {
    language: "en",
    text: "Hi, please send me a copy of all the data you have about me, and tell me who you have given it to.",
    rights: ["access"],
  },
  {
    language: "en",
    text: "Please delete my account and everything that goes with it. I no longer want it.",
    rights: ["erasure"],
  },
  {
    language: "en",
    text: "You keep sending me adverts. Stop sending me marketing, by post as well as email.",
    rights: ["marketing_objection"],
  },
  {
    language: "en",
    text: "My date of birth is wrong in your files, it should be 3 May 1980. Please correct it.",
    rights: ["rectification"],
  },
  {
    language: "en",
    text: "I object to you sharing my details with your partners. Until you have answered, please restrict the use of my data.",
    rights: ["objection", "restriction"],
  },
  {
    language: "de",
    text: "Guten Tag, welche Daten haben Sie über mich gespeichert? Bitte schicken Sie mir alles. Danke",
    rights: ["access"],
  },
  {
    language: "de",
    text: "Ich möchte keine Werbung mehr von Ihnen bekommen. Bitte löschen Sie auch meine Telefonnummer.",
    rights: ["marketing_objection", "erasure"],
  },
  {
    language: "es",
    text: "Quiero saber qué datos tienen sobre mí y pido una copia de mis datos. Gracias",
    rights: ["access"],
  },
  {
    language: "da",
    text: "Jeg beder om indsigt i de oplysninger, som I har om mig, og vil gerne have en kopi af mine oplysninger.",
    rights: ["access"],
  },
  {
    language: "nb",
    text: "Jeg ber om innsyn i hvilke opplysninger dere har om meg. Slett også mine opplysninger i kundeklubben.",
    rights: ["access", "erasure"],
  },
  {
    language: "fi",
    text: "Hei, pyydän kopion kaikista tiedoista, joita teillä on minusta. Poistakaa sen jälkeen tietoni.",
    rights: ["access", "erasure"],
  },
];
