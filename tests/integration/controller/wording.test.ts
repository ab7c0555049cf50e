/** A controller's own words: who may write them, that versions are only added, and where they come to stand. */

import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { Ctx } from "@/lib/commands/context";
import { previewWording } from "@/lib/commands/controller/preview-wording";
import { saveWording } from "@/lib/commands/controller/save-wording";
import { decide } from "@/lib/commands/decision/decide";
import { verifyAddress } from "@/lib/commands/identity/verify-address";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { newestEvents } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import type { Details } from "@/lib/domain/intake/filing";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { placeholdersOf, WORDING_KINDS } from "@/lib/domain/notice/wording";
import { wordingsView, wordingView } from "@/lib/queries/controller/wordings";
import { lettersToPost } from "@/lib/queries/notice/letter";
import { myRequests } from "@/lib/queries/request/my-requests";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { noticeText } from "@/tests/support/notice-text";
import { changes, deliver, refusal } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let administrator: Ctx;
let officer: Ctx & { staffId: string };

beforeEach(async () => {
  controller = await aController();
  administrator = await staffCtxAt(controller, ["administrator"]);
  officer = await staffCtxAt(controller, ["officer"]);
});

const words = (change: object = {}) => ({
  ...{ kind: "receipt", language: "sv", version: 0, opening: "Hej från {controller}!", closing: "" },
  ...change,
});
const asked = (kind: string, from = "") => ({ kind, language: "sv", from });

async function noticeOf(kind: string) {
  const where = { controllerId: controller.id, kind };
  return db().notice.findFirstOrThrow({ where, orderBy: { owedAt: "desc" } });
}

test("each version is kept, an empty one is the standard again, and the log has no word of it", async () => {
  expect(await saveWording(administrator, words())).toEqual({ kind: "receipt", language: "sv", version: 1 });
  await saveWording(administrator, words({ version: 1, closing: "canary\r\n\r\n{reference}" }));
  expect(await saveWording(administrator, words({ version: 2, closing: "canary\n\n{reference}" }))).toEqual({
    ...{ kind: "receipt", language: "sv", version: 2 },
  });
  await saveWording(administrator, words({ version: 2, opening: "", closing: " \n" }));
  expect(await wordingView(officer, asked("receipt"))).toMatchObject({
    ...{ mayWrite: false, version: 3, shown: { version: 3, opening: "" } },
    history: [
      { version: 3, by: "Test administrator", standard: true },
      { version: 2, closing: "canary\n\n{reference}", standard: false },
      { version: 1 },
    ],
  });
  expect((await wordingView(officer, asked("receipt", "2"))).shown.version).toBe(2);
  const events = (await newestEvents(controller.id, 50)).filter(({ type }) => type === "wording.changed");
  expect(events.map(({ facts }) => facts)).toEqual(
    [3, 2, 1].map((version) => ({ wording: "receipt", language: "sv", version })),
  );
  expect(JSON.stringify(events)).not.toContain("canary");
});

test("whoever is not an administrator, or of another house, changes and sees nothing", async () => {
  const before = await changes(controller);
  expect(await refusal(saveWording(officer, words()))).toEqual({ code: "not_allowed" });
  const contributor = await staffCtxAt(controller, ["contributor"]);
  expect(await refusal(wordingsView(contributor))).toEqual({ code: "not_allowed" });
  expect(await changes(controller)).toEqual(before);
  const elsewhere = await staffCtxAt(await aController(), ["administrator"]);
  await saveWording(administrator, words());
  expect((await wordingView(elsewhere, asked("receipt"))).history).toEqual([]);
});

test.each([
  [{ opening: "Hej {namn}!" }, { field: "opening", message: "placeholder_unknown" }],
  [{ closing: "Hej {name}!" }, { field: "closing", message: "placeholder_unknown" }],
  [{ closing: "{" }, { field: "closing", message: "placeholder_malformed" }],
  [{ opening: "x".repeat(2_001) }, { field: "opening", message: "tooLong" }],
  [{ opening: "\u0007" }, { field: "opening", message: "characters" }],
  [{ kind: "constructor" }, { field: "kind", message: "choose" }],
  [{ language: "fi" }, { field: "language", message: "choose" }],
])("refuses %j and says what is wrong", async (change, issue) => {
  const no = await refusal(saveWording(administrator, words(change)));
  expect(no).toMatchObject({ code: "bad_input", issues: [issue] });
  if (issue.message === "placeholder_unknown") {
    expect(JSON.stringify(no)).toContain("{controller}, {reference}, {right}, {received}");
  }
});

test("a lost race says which part somebody else changed", async () => {
  await saveWording(administrator, words());
  await saveWording(administrator, words({ version: 1, closing: "Hälsningar" }));
  expect(await refusal(saveWording(administrator, words({ version: 1, opening: "Hallå" })))).toEqual({
    ...{ code: "changed_meanwhile", version: 2, changed: ["closing"] },
  });
});

test("kinds and languages are those of the controller, and each can be looked at whole", async () => {
  const view = await wordingsView(officer);
  expect(view.kinds.map(({ kind }) => kind)).toEqual(WORDING_KINDS);
  const free = await staffCtxAt(await aController({ feeEnabled: false }), ["officer"]);
  expect(await refusal(wordingView(free, asked("fee_notice")))).toEqual({ code: "not_found" });
  expect(await refusal(wordingView(officer, { ...asked("receipt"), language: "fi" }))).toEqual({
    code: "not_found",
  });
  for (const { kind } of view.kinds) {
    for (const language of LANGUAGES) {
      const preview = await previewWording(officer, kind, language);
      expect(Object.keys(preview?.values ?? {})).toEqual(placeholdersOf(kind));
      expect(Object.values(preview?.values ?? {})).not.toContain("");
      expect(JSON.stringify(preview?.body)).not.toMatch(/"own"|[^"]\{\w+\}/);
      expect(JSON.stringify(preview?.foot)).toContain(controller.settings.name);
    }
  }
});

test("the mail has the words, its row the version, and what was sent stays as it was", async () => {
  await saveWording(administrator, words({ closing: "Referens {reference}, {right}, {received}." }));
  const { requests } = await filed(publicCtxAt(controller));
  const first = await noticeOf("receipt");
  expect(first.wordingVersion).toBe(1);
  const text = await noticeText(first.id);
  expect(text).toContain(`Hej från ${controller.settings.name}!`);
  expect(text).toMatch(new RegExp(`Referens ${requests[0]?.reference.slice(0, 5)}.*Tillgång.*20\\d\\d\\.`));
  await saveWording(administrator, words({ version: 1, opening: "Hallå!" }));
  expect(await noticeText(first.id)).toBe(text);
  await filed(publicCtxAt(controller), aFiling([ACCESS], { email: "another@person.test" }));
  expect((await noticeOf("receipt")).wordingVersion).toBe(2);
});

test("a complaint has words of its own, where nothing else was asked", async () => {
  await saveWording(
    administrator,
    words({ kind: "complaint_receipt", opening: "Om ditt klagomål {reference}." }),
  );
  const complaint: Details = { right: "complaint", what: "Ni svarade inte." };
  await filed(publicCtxAt(controller), aFiling([complaint], { email: "klagar@person.test" }));
  const own = await noticeOf("receipt");
  expect(own.wordingVersion).toBe(1);
  expect(await noticeText(own.id)).toContain("Om ditt klagomål ");
  await filed(publicCtxAt(controller), aFiling([complaint, ACCESS], { email: "b@person.test" }));
  const both = await noticeOf("receipt");
  expect(both.wordingVersion).toBeNull();
  expect(await noticeText(both.id)).toContain("vårt eget löfte");
});

test("an answer has the words of its outcome and the requester's name, in the letter and not in the mail", async () => {
  await saveWording(administrator, words({ kind: "answer_granted", opening: "Kära {name}, canary-words" }));
  await saveWording(administrator, words({ kind: "answer_refused", opening: "Tyvärr" }));
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller));
  await decide(officer, { reference, version: 1, answer: answerFor("access", "granted", "sv") });
  const decision = await db().decision.findFirstOrThrow({ where: { controllerId: controller.id } });
  expect(decision.wordingVersion).toBe(1);
  const mail = await noticeText((await noticeOf("answer_ready")).id);
  expect(mail).not.toMatch(/canary-words|Kära/);
  await deliver(officer);
  const letter = (await myRequests(requester)).requests[0]?.letter;
  expect(letter?.blocks[0]).toMatchObject({ own: true });
  expect(JSON.stringify(letter)).toMatch(/Kära \S.*, canary-words/);
  expect(JSON.stringify(letter)).not.toContain("Tyvärr");
});

test("a letter by post has the words too", async () => {
  await saveWording(
    administrator,
    words({ kind: "question", opening: "Hej, om {reference}:", closing: "Tack!" }),
  );
  const { reference } = await entered(officer);
  await verifyAddress(officer, { reference, how: "records" });
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  await askQuestion(officer, { reference, version, text: "Vilket år?" });
  const notice = await noticeOf("question");
  expect(notice.wordingVersion).toBe(1);
  const [letter] = await lettersToPost(officer, reference, notice.id);
  const said = JSON.stringify(letter?.letter?.blocks);
  expect(said).toMatch(/Hej, om .*Vilket år\?.*Tack!/);
});
