import { closedUnconfirmedMail } from "@/emails/closed-unconfirmed";
import { mailText } from "@/emails/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { requesterMail } from "./invented";

function closed(language: Language, profile = "gdpr-se"): string {
  return mailText(
    closedUnconfirmedMail({
      ...requesterMail(language, { profile }),
      reference: "7KQ2M-4TX9P-V",
      receivedOn: "2026-03-07" as IsoDate,
      closedOn: "2026-04-07" as IsoDate,
      startUrl: "https://dsar.example/norrsken",
    }),
  );
}

test.each([
  [
    "what was closed and when",
    "7KQ2M-4TX9P-V kom till Norrsken Handel AB den 7 mars 2026 och avslutades den 7 april 2026",
  ],
  ["the ground", "artikel 12.2 och 12.6 i dataskyddsförordningen"],
  ["the reasons", "vi har inte kunnat försäkra oss om att ett svar skulle nå rätt person"],
  ["that marketing and consent end all the same", "ska det ändå upphöra (artikel 21.3 och 7.3)"],
  ["the authority and its address", "Integritetsskyddsmyndigheten (IMY)\nAdress: Box 8114, 104 20 Stockholm"],
  ["the authority where the person is", "där du bor eller arbetar"],
  ["the court", "tingsrätten"],
  ["how to ask again", "Gör en ny begäran:\nhttps://dsar.example/norrsken"],
])("says in Swedish: %s", (_, what) => expect(closed("sv")).toContain(what));

test.each([
  [
    "what was closed and when",
    "7KQ2M-4TX9P-V reached Norrsken Handel AB on 7 March 2026 and was closed on 7 April 2026",
  ],
  ["the ground", "Article 12(2) and 12(6)"],
  ["that marketing and consent end all the same", "has to stop all the same (Articles 21(3) and 7(3))"],
  ["the reasons", "we have not been able to make sure that an answer would reach the right person"],
  [
    "the authority and its address",
    "Integritetsskyddsmyndigheten (IMY)\nAddress: Box 8114, 104 20 Stockholm",
  ],
  ["the authority where the person is", "where you live or work"],
  ["the court", "Which court is competent"],
  ["how to ask again", "Make a new request:\nhttps://dsar.example/norrsken"],
])("says in English for a Danish controller: %s", (_, what) =>
  expect(closed("en", "gdpr-dk")).toContain(what),
);
