import { questionByPost } from "@/emails/post/question-by-post";
import { receiptByPost } from "@/emails/post/receipt-by-post";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { printedLetter } from "@/lib/domain/notice/printed-letter";
import { requesterMail, SETTINGS } from "./invented";

const reference = "7KQ2M-4TX9P-V";
const on = "2026-04-07" as IsoDate;

describe.each(LANGUAGES)("letters to print in %s", (language) => {
  const receipt = receiptByPost({
    ...requesterMail(language),
    requests: [
      { reference, right: "access", answerBy: { on, by: "statutory" }, stopsAtOnce: false, why: "" },
    ],
    receivedAt: "2026-03-07T09:00:00Z",
    zone: "Europe/Stockholm",
  });
  const question = questionByPost({
    ...requesterMail(language),
    reference,
    question: "Which year?\n\nOr all?",
  });

  test.each([
    ["receipt", receipt],
    ["question", question],
  ])(
    "%s: reference, controller, authority, the notice of the portal, and nothing left to fill in",
    (_, mail) => {
      const text = JSON.stringify(printedLetter(mail));
      for (const what of [
        reference,
        SETTINGS.name,
        SETTINGS.contactEmail,
        "Integritetsskyddsmyndigheten",
        "/privacy",
      ]) {
        expect(text).toContain(what);
      }
      expect(text).not.toMatch(/undefined|null|\{[a-z]+\}/i);
    },
  );

  test("the receipt says by when, and that using one's rights is free", () => {
    const text = JSON.stringify(printedLetter(receipt));
    expect(text).toContain(language === "sv" ? "7 april" : "April");
    expect(text).toContain(language === "sv" ? "gratis" : "free of charge");
  });

  test("the question stands in the letter", () => {
    const { blocks } = printedLetter(question);
    expect(blocks).toContainEqual({ kind: "paragraph", text: "Which year?" });
    expect(blocks).toContainEqual({ kind: "paragraph", text: "Or all?" });
  });
});
