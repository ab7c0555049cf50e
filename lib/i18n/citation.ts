import type { Language } from "@/lib/domain/kernel/language";
import { formatList } from "@/lib/i18n/format";

/** The sources as our tables name them, and as each language does. */
const SOURCES = {
  GDPR: { sv: "dataskyddsförordningen (GDPR)", en: "the GDPR" },
  "Regulation (EEC, Euratom) 1182/71": {
    sv: "förordning (EEG, Euratom) nr 1182/71",
    en: "Regulation (EEC, Euratom) No 1182/71",
  },
  "UK GDPR": { sv: "Storbritanniens UK GDPR", en: "the UK GDPR" },
  FADP: {
    sv: "den schweiziska dataskyddslagen (FADP)",
    en: "the Swiss Federal Act on Data Protection (FADP)",
  },
  "DPO (SR 235.11)": {
    sv: "den schweiziska förordningen om dataskydd (DPO, SR 235.11)",
    en: "the Swiss Data Protection Ordinance (DPO, SR 235.11)",
  },
  DPO: {
    sv: "den schweiziska förordningen om dataskydd (DPO)",
    en: "the Swiss Data Protection Ordinance (DPO)",
  },
  LGPD: { sv: "den brasilianska dataskyddslagen (LGPD)", en: "the Brazilian data protection law (LGPD)" },
  "Taiwan PDPA": { sv: "Taiwans dataskyddslag (PDPA)", en: "the Personal Data Protection Act of Taiwan" },
} as const;

/** The longer name first: "UK GDPR" also ends in "GDPR". */
const ARTICLES = new RegExp(
  `^Art\\. (.+?) (${Object.keys(SOURCES)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[().]/g, "\\$&"))
    .join("|")})$`,
);
const SECTION = /^(.+?),? s\. (\S+)$/;
const ICO_GUIDANCE = {
  cited: "ICO, right of access guidance (8 December 2025)",
  sv: "ICO:s vägledning om rätten till tillgång (8 december 2025)",
  en: "the ICO's guidance on the right of access (8 December 2025)",
} as const;
const RECITAL = /^Recital (\d+) GDPR$/;
const GUIDELINES = /^EDPB Guidelines (\d+\/\d+), section ([\d.]+)$/;

/**
 * A provision as a letter writes it, in the reader's way of citing: "Art. 17(3)(b) GDPR" becomes
 * "artikel 17.3 b i dataskyddsförordningen (GDPR)" or "Article 17(3)(b) of the GDPR". Several stand with
 * semicolons between them.
 * @param citation as the tables of lib/domain/law write it; another form is given back as it is
 */
export function formatCitation(citation: string, language: Language): string {
  return citation
    .split("; ")
    .map((part) => formatPart(part, language))
    .join("; ");
}

function formatPart(part: string, language: Language): string {
  const swedish = language === "sv";
  const recital = RECITAL.exec(part)?.[1];
  if (recital)
    return swedish ? `skäl ${recital} i ${SOURCES.GDPR.sv}` : `recital ${recital} of ${SOURCES.GDPR.en}`;
  const guidelines = GUIDELINES.exec(part);
  if (guidelines && swedish) return `EDPB:s riktlinjer ${guidelines[1]}, avsnitt ${guidelines[2]}`;
  if (part === ICO_GUIDANCE.cited) return ICO_GUIDANCE[language];
  const [, act, section] = SECTION.exec(part) ?? [];
  if (act && section) return `${act}, section ${section}`;
  const found = ARTICLES.exec(part);
  if (!found) return part;
  const articles = (found[1] as string).split(", ");
  const source = SOURCES[found[2] as keyof typeof SOURCES][language];
  if (swedish) return `artikel ${formatList(articles.map(inSwedish), "sv")} i ${source}`;
  return `${articles.length === 1 ? "Article" : "Articles"} ${formatList(articles, "en")} of ${source}`;
}

/** "17(3)(b)" as Swedish law writes it: "17.3 b". */
function inSwedish(article: string): string {
  return article.replace(/\((\d+)\)/g, ".$1").replace(/\(([a-z])\)/g, " $1");
}
