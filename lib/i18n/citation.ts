import type { Language } from "@/lib/domain/kernel/language";
import { formatList } from "@/lib/i18n/format";

/** The sources as our tables name them, and as each language does. */
const SOURCES = {
  GDPR: { sv: "dataskyddsförordningen (GDPR)", en: "the GDPR" },
  "Regulation (EEC, Euratom) 1182/71": {
    sv: "förordning (EEG, Euratom) nr 1182/71",
    en: "Regulation (EEC, Euratom) No 1182/71",
  },
} as const;

const ARTICLES = /^Art\. (.+?) (GDPR|Regulation \(EEC, Euratom\) 1182\/71)$/;
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
