import type { Answer } from "@/lib/domain/decision/answer";
import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";

const STOPPED = {
  sv: "Utlämnandet till samarbetspartner har upphört. (Påhittat.)",
  en: "Disclosure to partners has stopped. (Invented.)",
} as const;
const PARTNER = { sv: "Samarbetspartnern AB (påhittad)", en: "The partner (invented)" } as const;

/** An invented answer that deals with what the request asks for by itself (lib/domain/decision/asked.ts). */
export function dealtWith(answer: Answer, asked: Details, language: Language): Answer {
  const { content } = answer;
  if (content?.right === "portability" && asked.right === "portability" && asked.to === "controller") {
    return { ...answer, content: { ...content, transmission: "controller", receiver: asked.receiver } };
  }
  if (content?.right === "objection" && asked.right === "objection" && asked.disclosure) {
    const recipients = [{ name: PARTNER[language], country: "" }];
    const stopped = { disclosure: "stopped", disclosureText: STOPPED[language], recipients } as const;
    return { ...answer, content: { ...content, ...stopped } };
  }
  return answer;
}
