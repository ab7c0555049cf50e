import { mailText } from "@/emails/content";
import { type ReceivedRequest, receiptMail } from "@/emails/receipt";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { requesterMail, words } from "./invented";

const ACCESS: ReceivedRequest = {
  reference: "7KQ2M-4TX9P-V",
  right: "access",
  answerBy: { on: "2026-04-07" as IsoDate, by: "statutory" },
  stopsAtOnce: false,
  why: "One month from 7 March; 7 April is a Tuesday.",
};
const MARKETING: ReceivedRequest = {
  reference: "A1B2C-3D4E5-F",
  right: "marketing_objection",
  answerBy: { on: "2026-04-07" as IsoDate, by: "statutory" },
  stopsAtOnce: true,
  why: "One month from 7 March; 7 April is a Tuesday.",
};
const CONSENT: ReceivedRequest = {
  reference: "Q9W8E-7R6T5-Y",
  right: "consent_withdrawal",
  answerBy: null,
  stopsAtOnce: true,
  why: "",
};
const COMPLAINT: ReceivedRequest = {
  reference: "Z1X2C-3V4B5-N",
  right: "complaint",
  answerBy: { on: "2026-04-07" as IsoDate, by: "promised" },
  stopsAtOnce: false,
  why: "The law sets no day; this is our promise.",
};

function receipt(language: Language, ...requests: [ReceivedRequest, ...ReceivedRequest[]]) {
  return receiptMail({
    ...requesterMail(language),
    requests,
    receivedAt: "2026-03-06T23:30:00Z",
    zone: "Europe/Stockholm",
    confirmUrl: "https://dsar.example/c/confirm-token",
    linkHours: 168,
    myUrl: "https://dsar.example/my",
  });
}

test("gives the instant of receipt on the controller's clock", () => {
  expect(words(receipt("sv", ACCESS))).toContain("7 mars 2026 kl. 00:30 (CET)");
  expect(words(receipt("en", ACCESS))).toContain("7 March 2026 at 00:30 (CET)");
});

test("lists every request with its right, its reference and its own last day", () => {
  const rows = receipt("sv", ACCESS, MARKETING, CONSENT, COMPLAINT).blocks.find(
    ({ kind }) => kind === "facts",
  );
  expect(rows).toEqual({
    kind: "facts",
    rows: [
      {
        label: "Tillgång till uppgifter (registerutdrag)",
        value: "7KQ2M-4TX9P-V. Svar senast 7 april 2026.",
      },
      {
        label: "Nej till direktmarknadsföring",
        value: "A1B2C-3D4E5-F. Svar senast 7 april 2026. Det du säger nej till ska upphöra genast.",
      },
      { label: "Återkallat samtycke", value: "Q9W8E-7R6T5-Y. Det du säger nej till ska upphöra genast." },
      { label: "Klagomål", value: "Z1X2C-3V4B5-N. Vi lovar svar senast 7 april 2026." },
    ],
  });
});

test("tells a promise of ours from a day that the law sets", () => {
  expect(words(receipt("en", ACCESS))).toContain("Answer by 7 April 2026 at the latest.");
  expect(words(receipt("en", COMPLAINT))).toContain("We promise an answer by 7 April 2026.");
});

test("gives the reason of the day once where all requests share it, else for each", () => {
  const shared = mailText(receipt("en", ACCESS, MARKETING));
  expect(shared.match(/7 April is a Tuesday/g)).toHaveLength(1);
  const mixed = mailText(receipt("en", ACCESS, COMPLAINT));
  expect(mixed).toContain("How the last day for 7KQ2M-4TX9P-V is counted: One month");
  expect(mixed).toContain("How the last day for Z1X2C-3V4B5-N is counted: The law");
});

test("counts one request and several in the subject", () => {
  expect(receipt("sv", ACCESS).subject).toBe("Vi har tagit emot din begäran – Norrsken Handel AB");
  expect(receipt("sv", ACCESS, CONSENT).subject).toBe(
    "Vi har tagit emot dina 2 begäranden – Norrsken Handel AB",
  );
  expect(receipt("en", ACCESS, CONSENT).subject).toBe(
    "We have received your 2 requests – Norrsken Handel AB",
  );
});

test("asks to confirm, says that the request counts anyway, and what to do if it was somebody else", () => {
  const sv = mailText(receipt("sv", ACCESS));
  expect(sv).toContain("Bekräfta e-postadressen:\nhttps://dsar.example/c/confirm-token");
  expect(sv).toContain("vare sig du bekräftar din adress eller inte");
  expect(sv).toContain("Var det inte du?");
  expect(sv).toContain("Det här händer nu");
  const en = mailText(receipt("en", ACCESS));
  expect(en).toContain("Confirm the email address:\nhttps://dsar.example/c/confirm-token");
  expect(en).toContain("whether or not you confirm your address");
  expect(en).toContain("If this was not you");
  expect(en).toContain("What happens now");
});

test("says how to add, change, correct and withdraw", () => {
  const sv = mailText(receipt("sv", ACCESS));
  expect(sv).toContain("Har vi missförstått din begäran, eller vill du lägga till eller ändra något?");
  expect(sv).toContain("där kan du ta tillbaka din begäran");
  const en = mailText(receipt("en", ACCESS));
  expect(en).toContain("If we have misunderstood your request, or you want to add or change something");
  expect(en).toContain("withdraw your request");
});
