/**
 * What five real privacy policies promise their readers, kept: a controller configured as each policy says, and its
 * promises exercised over HTTP and mail. The numbers are the rows of docs/law.md, "Promises of real policies".
 */
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import type { Answer } from "@/lib/domain/decision/answer";
import type { Details } from "@/lib/domain/intake/filing";
import { answerTo } from "@/tests/support/answers";
import { startApp, type TestApp } from "@/tests/support/app";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, SETTINGS } from "@/tests/support/desk";
import { createVisitor } from "@/tests/support/http";
import { refusal } from "@/tests/support/office";
import { somebodyAsks, textOf } from "@/tests/support/person";
import { type Promising, promising } from "@/tests/support/promises";

const database = useDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0, FILING_PEER: 10_000 } });
});
afterAll(() => app?.stop());

/** Everything is erased but the invoices, which are kept for seven years after the end of 2025. */
function keepingInvoices(): Answer {
  const answer = answerTo("erasure", "granted_in_part");
  const provision = "7 kap. 2 § bokföringslagen (1999:1078)";
  return {
    ...answer,
    refusals: answer.refusals.map((part) => ({ ...part, ground: "legal_obligation", provision })),
  };
}

async function page({ controller }: Promising, path = "", language = "sv"): Promise<string> {
  return textOf((await createVisitor(app.url, { language }).get(`/${controller.slug}${path}`)).text);
}

test("policy 000: access with purposes and true recipients, complaints to the controller itself, the authority", async () => {
  const of = await promising(app, { name: "Nätpartner ApS", dpo: null, languages: ["en", "sv"] });
  // 5, 6, 11: the authority, what the form itself does with the data, where cookies are switched off.
  expect(await page(of, "", "en")).toContain("Integritetsskyddsmyndigheten");
  expect(await page(of, "/privacy", "en")).toContain("6(1)(c)");
  expect(await page(of, "?right=consent_withdrawal", "en")).toContain("cookies");

  // 1, 7, 8, 9: everything that Art. 15 demands, with the recipients by name; nothing leaves while a part is undecided.
  const person = await somebodyAsks(app, of.controller, [ACCESS], { language: "en" });
  const [reference = ""] = person.references;
  const answer = answerTo("access", "granted", {}, "en");
  if (answer.content?.right !== "access") throw new Error("It is no answer about access.");
  const { blocks, recipients } = answer.content;
  const undecided = { ...blocks, g: { says: "" as const, text: "", because: "" } };
  const incomplete = { ...answer, content: { ...answer.content, blocks: undecided } };
  expect(await refusal(of.answer(reference, incomplete))).toMatchObject({ code: "refusal_incomplete" });
  await of.answer(reference, answer);
  const read = await person.openMail(/answer/i, recipients[0]?.name ?? "");
  for (const { name } of recipients) expect(read).toContain(name);
  for (const block of ["a", "b", "c", "d", "g"] as const) expect(read).toContain(blocks[block].text);
  expect(read).toContain("Integritetsskyddsmyndigheten");

  // 2, 3, 4, 10: correction, deletion, objection and a complaint, with nothing but who and how to answer.
  const asked = await somebodyAsks(app, of.controller, [
    { right: "rectification", wrong: "The address", correct: "", complete: "" },
    { right: "erasure", grounds: ["d"], what: "" },
    { right: "objection", what: "", disclosure: false, situation: "" },
    { right: "complaint", what: "" },
  ]);
  expect(asked.references).toHaveLength(4);
  const unreachable = { version: 1, settings: { ...SETTINGS, contactEmail: "" } };
  expect(await refusal(saveSettings(await of.staff("administrator"), unreachable))).toMatchObject({
    code: "bad_input",
  });
});

test("policy 001: at no charge, all of it, and what is kept explained", async () => {
  const of = await promising(app, { name: "Verkkopaja Oy", feeEnabled: false, dpo: null });
  const asked: readonly Details[] = [
    ACCESS,
    { right: "rectification", wrong: "Numret har ändrats", correct: "070-000 00 00", complete: "" },
    { right: "portability", to: "me", receiver: "" },
    { right: "restriction", grounds: [], what: "Bara utskicken" },
    { right: "erasure", grounds: ["a"], what: "" },
  ];
  const person = await somebodyAsks(app, of.controller, asked, { who: { relationship: "applicant" } });
  const [access = "", , portability = "", , erasure = ""] = person.references;

  // 1: where nothing is ever charged a fee is not spoken of, and is no step.
  expect(await page(of)).not.toMatch(/avgift/i);
  expect(person.receipt.text).not.toMatch(/avgift/i);
  const step = { quantities: ["1"], answerBy: "2099-01-01", letter: "0".repeat(64), card: 1 };
  const fee = sendFeeNotice(await of.staff("officer"), { ...(await of.seen(access)), ...step });
  expect(await refusal(fee)).toEqual({ code: "not_found" });

  // 2, 9, 11, 12: all of it, with where was searched, the source and what leaves the EEA, or it does not leave.
  const all = answerTo("access");
  expect(await refusal(of.answer(access, { ...all, searches: [] }))).toMatchObject({
    code: "refusal_incomplete",
  });
  await of.answer(access, all);
  const read = await person.openMail(/svar/i, all.searches[0]?.system ?? "");
  for (const { system } of all.searches) expect(read).toContain(system);
  expect(read).not.toMatch(/avgift/i);

  // 4, 6: moving data is answered with its conditions; what is not erased is kept for a reason and until a day.
  await of.answer(portability, answerTo("portability", "refused"));
  await of.answer(erasure, keepingInvoices());
  await person.openMail(/svar/i, "31 december 2032");
  // 16: a mail for each thing that happened, and none besides.
  expect(person.mails()).toHaveLength(4);
});
