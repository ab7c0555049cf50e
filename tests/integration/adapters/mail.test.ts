import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMailer, type Mailer, type OutgoingMail } from "@/lib/adapters/mail";
import { startMailCatcher } from "@/lib/adapters/mail-catcher";
import { type SmtpMode, startTestSmtp, type TestSmtp } from "../../support/smtp";

const MAIL: OutgoingMail = {
  messageId: "<6f1c@desk.test>",
  to: "ann@example.org",
  subject: "Din begäran K7P4-2MXQ-9RT",
  text: "Hej!\n\nhttps://desk.test/c/abc\n",
  html: "<p>Hej!</p>",
  language: "sv",
};

let smtp: TestSmtp;
let mailer: Mailer;

beforeEach(async () => {
  smtp = await startTestSmtp();
  mailer = createMailer({ smtpUrl: smtp.url, from: "desk@desk.test", patience: 500 });
});

afterEach(async () => {
  mailer.close();
  await smtp.close();
});

test("a mail arrives as it was given, marked as automatic", async () => {
  expect(await mailer.send({ ...MAIL, replyTo: "dpo@desk.test" })).toEqual({ accepted: true });
  const mail = await smtp.waitForMail("ann@example.org");
  expect(mail).toMatchObject({
    recipients: ["ann@example.org"],
    sender: "desk@desk.test",
    messageId: MAIL.messageId,
    subject: MAIL.subject,
    links: ["https://desk.test/c/abc"],
  });
  expect(mail.text).toContain("Hej!");
  expect(mail.html).toContain("<p>Hej!</p>");
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers).toMatchObject({ "auto-submitted": "auto-generated", "content-language": "sv" });
  expect(headers["reply-to"]).toContain("dpo@desk.test");
  expect(headers["x-mailer"]).toBeUndefined();
});

test.each([
  "ann@example.org,eve@evil.test",
  "ann@example.org;eve@evil.test",
  "ann@example.org\r\nBcc: eve@evil.test",
  "g: eve@evil.test;",
  "Ann <eve@evil.test>",
  "<eve@evil.test> ann@example.org",
  '"eve@evil.test"@example.org',
  "ann@example.org eve@evil.test",
  `${"a".repeat(64)}@${"b".repeat(190)}.org`,
  "ann",
  "",
])("what is not one address gets nothing: %j", async (to) => {
  expect(await mailer.send({ ...MAIL, to })).toEqual({ accepted: false, temporary: false, code: "ADDRESS" });
  expect(smtp.mails()).toEqual([]);
});

test("a subject cannot add a header", async () => {
  await mailer.send({ ...MAIL, subject: "A\r\nBcc: eve@evil.test" });
  const { recipients, headers } = await smtp.waitForMail("ann@example.org");
  expect(recipients).toEqual(["ann@example.org"]);
  expect(headers.map(({ key }) => key)).not.toContain("bcc");
});

test.each<[SmtpMode, boolean, RegExp]>([
  ["refuse", true, /^E[A-Z]+$/],
  ["421", true, /^421-4\.3\.2$/],
  ["450", true, /^450-4\.2\.1$/],
  ["550", false, /^550-5\.1\.1$/],
  ["hang-after-data", true, /^ETIMEDOUT$/],
  ["drop-before-250", true, /^E[A-Z]+$/],
])("a mail server in mode %s: temporary %s", async (mode, temporary, code) => {
  smtp.setMode(mode);
  const outcome = await mailer.send(MAIL);
  expect(outcome).toEqual({ accepted: false, temporary, code: expect.stringMatching(code) });
  smtp.setMode("ok");
  expect(await mailer.send(MAIL)).toEqual({ accepted: true });
});

test("a mail that was taken but not acknowledged is sent once, not again by itself", async () => {
  smtp.setMode("drop-before-250");
  await mailer.send(MAIL);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(smtp.mails()).toHaveLength(1);
});

test("a server that is slow but there is waited for", async () => {
  smtp.setMode("slow");
  const patient = createMailer({ smtpUrl: smtp.url, from: "desk@desk.test" });
  expect(await patient.send(MAIL)).toEqual({ accepted: true });
  patient.close();
});

test("without TLS nothing is sent, unless the server is this machine and the address says so", async () => {
  const careful = createMailer({ smtpUrl: smtp.url.replace("?tls=none", ""), from: "desk@desk.test" });
  expect(await careful.send(MAIL)).toMatchObject({ accepted: false, temporary: true });
  careful.close();
  expect(smtp.mails()).toEqual([]);
  expect(() => createMailer({ smtpUrl: "smtp://mail.test:25?tls=none", from: "desk@desk.test" })).toThrow(
    "on this machine only",
  );
});

test("the mail server can be asked whether it is there", async () => {
  expect(await mailer.verify()).toBe(true);
  smtp.setMode("refuse");
  expect(await mailer.verify()).toBe(false);
});

test("the mail catcher keeps mails as files that sort by arrival", async () => {
  const folder = await mkdtemp(join(tmpdir(), "habeas-mailbox-"));
  const catcher = await startMailCatcher({ port: 0, folder });
  const sender = createMailer({
    smtpUrl: `smtp://127.0.0.1:${catcher.port}?tls=none`,
    from: "desk@desk.test",
  });
  for (const subject of ["first", "second", "third"]) {
    expect(await sender.send({ ...MAIL, subject })).toEqual({ accepted: true });
  }
  sender.close();
  await catcher.close();
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  await rm(folder, { recursive: true });
  expect(texts.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])).toEqual(["first", "second", "third"]);
});
