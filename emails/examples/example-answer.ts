import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { answerLetter } from "@/emails/letters/answer-letter";
import { readyAnswer } from "@/emails/letters/ready-answer";
import type { Authority } from "@/lib/domain/controller/settings";
import type { Answer, Outcome } from "@/lib/domain/decision/answer";
import { NOT_BARRED } from "@/lib/domain/decision/barred";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import { groundsFor } from "@/lib/domain/law/grounds";
import { lawOf } from "@/lib/domain/law/profile";
import type { Letter } from "@/lib/domain/notice/letter";
import { translator } from "@/lib/i18n/translator";

export type ExampleAnswerFacts = Omit<AnswerFacts, "right" | "answer"> & { readonly authority: Authority };

/** The letter that answers an invented request for a correction. */
export function exampleAnswer(outcome: Outcome, of: ExampleAnswerFacts): Letter {
  const right = "rectification";
  const law = lawOf(of.settings.profile);
  const answer = readyAnswer(written(outcome, of), {
    ...{ right, confirmed: true, authority: of.authority, law, today: of.decidedOn },
    ...{ asked: [], stopOpen: false, closable: false, barred: NOT_BARRED },
  });
  if (!answer.ok) throw new Error(`the example lacks ${answer.refusal.join(", ")}`);
  return answerLetter({ ...of, right, answer: answer.value });
}

function written(outcome: Outcome, { language, decidedOn, settings }: ExampleAnswerFacts): Answer {
  const say = translator(language, "wording");
  const done = outcome === "granted" || outcome === "granted_in_part";
  const refused = outcome === "refused" || outcome === "granted_in_part";
  const named = groundsFor("rectification", null, lawOf(settings.profile)).some(
    (ground) => ground.id === "data_accurate" && "needsProvision" in ground,
  );
  const change = {
    ...{ what: say("example.field"), before: say("example.before"), after: say("example.after") },
    on: decidedOn,
  };
  const search = { system: say("example.system"), custodian: "", terms: say("example.terms") };
  const refusal = {
    ...{ what: say("example.refused"), ground: "data_accurate", reasons: say("example.reasons") },
    ...{ provision: named ? say("example.provision") : "", balancing: "", keeping: NOT_KEPT },
  };
  return {
    outcome,
    text: "",
    items: [],
    refusals: refused ? [refusal] : [],
    searches: [{ ...search, result: done ? "found" : "nothing" }],
    content: {
      ...{ right: "rectification", statement: "", disputed: "no", restrictedFrom: "" },
      ...{ told: "none", recipients: [], notTold: "" },
      changes: done ? [change] : [],
    },
  };
}
