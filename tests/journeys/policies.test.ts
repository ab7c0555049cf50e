/**
 * What five real privacy policies promise their readers, kept: a controller configured as each policy says, and its
 * promises exercised over HTTP and mail. The numbers are the rows of docs/law.md, "Promises of real policies".
 */
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { approveDecision } from "@/lib/commands/decision/approve";
import { doTask } from "@/lib/commands/decision/end-task";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { forwardRequest } from "@/lib/commands/request/forward";
import { forwardingLetters } from "@/lib/commands/request/forwarding-letters";
import { suppressionsOf } from "@/lib/db/suppression";
import type { Answer } from "@/lib/domain/decision/answer";
import type { Details } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { requestPage } from "@/lib/queries/request/request-page";
import { answerTo } from "@/tests/support/answers";
import { startApp, type TestApp } from "@/tests/support/app";
import { useDatabase } from "@/tests/support/database";
import { localDay } from "@/tests/support/days";
import { ACCESS, SETTINGS } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { anOffice, approved, feeForm, WRITTEN } from "@/tests/support/fee";
import { createVisitor } from "@/tests/support/http";
import { refusal } from "@/tests/support/office";
import { somebodyAsks, textOf } from "@/tests/support/person";
import { type Promising, promising, promisingAt } from "@/tests/support/promises";

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
    { right: "complaint", what: "Jag håller inte med om det som står i policyn." },
  ];
  // 3, 15: what has changed, and what somebody does not agree with, are asked like everything else.
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

test("policy 003: what is wrong and what is right, conditions examined, disclosure stopped and the recipients told", async () => {
  const of = await promising(app, { name: "Nordverk AS" });
  const asked: readonly Details[] = [
    { right: "rectification", wrong: "Gatan heter 19811218-9876", correct: "Storgatan 1", complete: "" },
    { right: "erasure", grounds: ["b", "a", "d"], what: "" },
    { right: "objection", what: "Utlämnandet", disclosure: true, situation: "Jag har bytt bank." },
  ];
  const person = await somebodyAsks(app, of.controller, asked);
  const [rectification = "", erasure = "", objection = ""] = person.references;

  // 12: nothing that was typed is in a mail.
  expect(person.receipt.raw).not.toMatch(/19811218|Storgatan/);
  // 4: the old value and the right one are in the answer.
  const corrected = answerTo("rectification");
  await of.answer(rectification, corrected);
  if (corrected.content?.right !== "rectification") throw new Error("It is no correction.");
  const [change] = corrected.content.changes;
  const read = await person.openMail(/svar/i, change?.after ?? "");
  expect(read).toContain(change?.before);

  // 5, 6: whether the conditions are met is examined and answered, here with no and why.
  const [only] = answerTo("erasure", "refused").refusals;
  if (!only) throw new Error("There is no refusal.");
  const no = { ...only, ground: "no_erasure_ground", reasons: "Avtalet löper fortfarande." };
  await of.answer(erasure, answerTo("erasure", "refused", { refusals: [no] }));
  await person.openMail(/svar/i, "Avtalet löper fortfarande.");

  // 9: disclosure is stopped by itself, and whoever received the data is to be told.
  const stopped = answerTo("objection");
  if (stopped.content?.right !== "objection") throw new Error("It is no objection.");
  const recipients = [{ name: "Partnerbolaget AB", country: "SE" }];
  const disclosure = {
    disclosure: "stopped",
    disclosureText: "Vi lämnar inte ut något.",
    recipients,
  } as const;
  await of.answer(objection, { ...stopped, content: { ...stopped.content, ...disclosure } });
  await person.openMail(/svar/i, "Vi lämnar inte ut något.");
  const { lines } = await requestTasks(await of.staff("officer"), (await of.seen(objection)).reference);
  expect(lines.map(({ kind, state }) => [kind, state])).toContainEqual(["tell_recipient", "open"]);
});

test("policy 004: moving data elsewhere, completing it, five years for the helpdesk, a fee told in advance or not at all", async () => {
  const office = await anOffice(
    { name: "Konsultbolaget Norr AB", registrationNumber: "556000-1111" },
    new Date().toISOString(),
  );
  const of = await promisingAt(app, office.controller);
  const asked: readonly Details[] = [
    { ...ACCESS },
    { right: "portability", to: "controller", receiver: "Nya byrån AB" },
    { right: "rectification", wrong: "Ofullständigt", correct: "", complete: "Jag har en kollega." },
    { right: "erasure", grounds: ["a"], what: "Mina ärenden" },
    { right: "objection", what: "Statistiken", disclosure: false, situation: "" },
  ];
  const person = await somebodyAsks(app, of.controller, asked);
  const [access = "", portability = "", rectification = "", erasure = ""] = person.references;
  // 1, 12, 14, 15: with a name and an address; the controller by number, the authority and the law, in Swedish.
  expect(person.receipt.text).toContain("556000-1111");
  expect(person.receipt.text).toContain("Integritetsskyddsmyndigheten");
  expect(await person.read()).toContain("artikel 12.3");

  // 2: straight to the other controller.
  const moved = answerTo("portability");
  if (moved.content?.right !== "portability") throw new Error("It is no portability.");
  const direct = { transmission: "controller", receiver: "Nya byrån AB" } as const;
  await of.answer(portability, { ...moved, content: { ...moved.content, ...direct } });
  await person.openMail(/svar/i, "Nya byrån AB");
  // 3: what completes the data.
  const completed = answerTo("rectification");
  if (completed.content?.right !== "rectification") throw new Error("It is no correction.");
  await of.answer(rectification, {
    ...completed,
    content: { ...completed.content, statement: "Jag har en kollega." },
  });
  await person.openMail(/svar/i, "Jag har en kollega.");
  // 4, 9: overridden for the helpdesk, five years after the matter was closed, and erased then.
  const { refusals, ...rest } = keepingInvoices();
  const keeping = {
    trigger: "ärendet avslutades",
    on: "2026-03-31" as IsoDate,
    years: 5,
    months: 0,
    criteria: "",
  };
  const helpdesk = refusals.map((part) => ({ ...part, what: "Supportärenden", keeping }));
  await of.answer(erasure, { ...rest, refusals: helpdesk });
  await person.openMail(/svar/i, "31 mars 2031");
  const { lines } = await requestTasks(await of.staff("officer"), (await of.seen(erasure)).reference);
  expect(lines.map(({ kind, dueOn }) => [kind, dueOn])).toContainEqual(["erase_later", "2031-03-31"]);

  // 7: repetition alone is no finding; two people, then the notice before anything is due, with a way to take it back.
  const repeated = { ...WRITTEN, sign: "repetition", proposal: "fee", ...(await of.seen(access)) };
  expect(await refusal(saveAssessment(office.officer, repeated))).toMatchObject({ code: "bad_input" });
  const { reference } = await of.seen(access);
  await approved(office, reference, "fee");
  await sendFeeNotice(office.officer, await feeForm(office, reference));
  expect(await person.openMail(/avgift/i, "625")).toContain("Du ska inte betala något nu.");
  const notice = textOf((await person.visitor.get(`/my/fee/${reference}`)).text);
  for (const way of ["Ta tillbaka begäran", "snävare"]) expect(notice).toContain(way);
});

test("policy 002: the data protection officer agrees first, marketing stops at once, customers' data is sent on", async () => {
  const of = await promising(app, { name: "Centrumverk AB", dpoApproves: "everything" });
  const officer = await of.staff("officer");
  const asked: readonly Details[] = [
    { right: "marketing_objection", channels: ["all", "profiling"] },
    { right: "complaint", what: "Ni svarar inte." },
    { right: "erasure", grounds: ["b"], what: "Kontot hos er kund" },
  ];
  const person = await somebodyAsks(app, of.controller, asked);
  const [marketing = "", complaint = "", atCustomer = ""] = person.references;
  // 3: a complaint is a right of its own, and the authority is named although the policy names none.
  expect(person.receipt.text).toContain(complaint);
  expect(person.receipt.text).toContain("Integritetsskyddsmyndigheten");

  // 2: due at once, kept stopped, and nobody has to show who they are.
  const { reference, version } = await of.seen(marketing);
  const [stop] = (await requestTasks(officer, reference)).lines;
  expect(stop).toMatchObject({ kind: "stop_marketing", stop: true, state: "open" });
  const { id } = of.controller;
  expect((await suppressionsOf(id, { take: 9 })).map(({ address }) => address)).toContain(person.email);
  const proof = {
    text: "Utskicken är avstängda.",
    systems: "Utskick",
    on: localDay(),
  };
  await doTask(officer, { reference, version, taskId: stop?.id, ...proof });

  // 1: the answer waits; whoever decided cannot agree; then it leaves.
  await of.answer(marketing, answerTo("marketing_objection"));
  expect(person.mails()).toHaveLength(1);
  const dpo = await of.staff("dpo");
  const letter = (await requestPage(dpo, reference)).decision?.fingerprint;
  const agreed = { ...(await of.seen(marketing)), letter };
  expect(await refusal(approveDecision(officer, agreed))).toEqual({ code: "not_allowed" });
  await approveDecision(dpo, agreed);
  await person.openMail(/svar/i, "Avslutad");

  // 4, 7: what comes by email is entered with its true receipt; what is a customer's is sent on, and the person told.
  const entry = { channel: "email", email: "mejlat@person.test", postalAddress: "" };
  const { receipt } = await entered(officer, entry);
  expect(receipt.requests).toHaveLength(1);
  const customer = { name: "Kunden AB", email: "dataskydd@kunden.test", postalAddress: "", note: "" };
  await forwardRequest(officer, { ...(await of.seen(atCustomer)), ...customer });
  // 1: sending on ends the request here, so it waits too, with both letters to be read.
  const waiting = await forwardingLetters(dpo, atCustomer);
  expect(JSON.stringify(waiting?.read?.letters)).toContain("Kontot hos er kund");
  expect(app.smtp.mails().some(({ recipients }) => recipients.includes(customer.email))).toBe(false);
  const readLetters = waiting?.read?.fingerprint;
  await approveDecision(dpo, { ...(await of.seen(atCustomer)), letter: readLetters });
  const sent = await app.smtp.waitForMail("dataskydd@kunden.test", { timeout: 60_000 });
  expect(sent.text).toContain("Kontot hos er kund");
  await person.openMail(/./, "Kunden AB");
});
