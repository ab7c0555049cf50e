import type { Language } from "@/lib/domain/kernel/language";
import { formatList } from "@/lib/i18n/format";

const ARTICLES = /^Art\. (.+) GDPR$/;

/**
 * A provision as a letter writes it, in the reader's way of citing: "Art. 17(3)(b) GDPR" becomes
 * "artikel 17.3 b i dataskyddsförordningen (GDPR)" or "Article 17(3)(b) of the GDPR".
 * @param citation as the tables of lib/domain/law write it; another form is given back as it is
 */
export function formatCitation(citation: string, language: Language): string {
  const articles = ARTICLES.exec(citation)?.[1]?.split(", ");
  if (!articles) return citation;
  if (language === "sv") {
    return `artikel ${formatList(articles.map(swedish), "sv")} i dataskyddsförordningen (GDPR)`;
  }
  return `${articles.length === 1 ? "Article" : "Articles"} ${formatList(articles, "en")} of the GDPR`;
}

/** "17(3)(b)" as Swedish law writes it: "17.3 b". */
function swedish(article: string): string {
  return article.replace(/\((\d+)\)/g, ".$1").replace(/\(([a-z])\)/g, " $1");
}
