import type { Block, Content } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { CONTENT_TEXTS } from "./content-texts";

const text = (words: string): Block => ({ says: "text", text: words, because: "" });
const none = (because: string): Block => ({ says: "none", text: "", because });

/**
 * Invented content with all that a right demands of an answer that grants it.
 * @param on the day on which it was done
 */
export function contentFor(right: Right, language: Language, on: IsoDate): Content {
  const say = CONTENT_TEXTS[language];
  const recipients = [
    { name: "Exempelfrakt AB (påhittat)", country: "SE" },
    { name: "Låtsasmoln Ltd (påhittat)", country: "IE" },
  ];
  const told = { told: "recipients", recipients: recipients.slice(0, 1), notTold: "" } as const;
  switch (right) {
    case "access":
      return {
        right,
        activities: [],
        blocks: {
          a: text(say.purposes),
          b: text(say.categories),
          c: text(say.recipients),
          d: text(say.storage),
          g: text(say.source),
          h: none(say.noAutomated),
          transfers: none(say.noTransfers),
        },
        recipients,
        unnamed: "",
        scope: say.scope,
        codes: say.codes,
      };
    case "rectification":
      return {
        right,
        changes: [{ what: say.field, before: say.before, after: say.after, on }],
        statement: "",
        disputed: "no",
        restrictedFrom: "",
        ...told,
      };
    case "erasure":
      return {
        right,
        grounds: ["a"],
        erased: [
          { what: say.erased, where: say.system, on },
          { what: say.erasedMail, where: say.lists, on },
        ],
        backups: say.backups,
        published: "no",
        publishers: [],
        ...told,
      };
    case "restriction":
      return { right, grounds: ["a"], scope: say.restricted, from: on, uses: say.uses, ...told };
    case "portability":
      return {
        ...{ right, automated: "yes", basis: "contract", provided: "yes" },
        ...{ format: say.format, transmission: "person", receiver: "", notFeasible: "" },
      };
    case "objection":
      return {
        ...{ right, basis: "f", situation: say.situation, compelling: say.compelling },
        ...{ stopped: say.stopped, from: on, disclosure: "not_asked", disclosureText: "" },
        ...{ restrictedFrom: "", recipients: [] },
      };
    case "marketing_objection":
      return { right, stopped: say.marketing, from: on, follows: say.marketingFollows };
    case "consent_withdrawal":
      return { right, stopped: say.consent, from: on, follows: say.consentFollows };
    case "automated_decision_review":
      return { right, reviewer: say.reviewer, view: say.view, result: say.result, reasons: say.reasons };
    case "complaint":
      return { right, finding: say.finding, measures: say.measures };
  }
}
