import fc from "fast-check";
import { mailText } from "@/emails/content";
import { exampleMessage } from "@/emails/examples/example-message";
import { receiptMail } from "@/emails/receipt";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { PROFILE_IDS } from "@/lib/domain/law/profile";
import { placeholdersOf, WORDING, WORDING_KINDS, type WordingKind } from "@/lib/domain/notice/wording";
import { AUTHORITY, requesterMail, SENDER, SETTINGS, words } from "./invented";

const BASE = {
  on: "2026-03-27" as IsoDate,
  baseUrl: "https://dsar.example",
  startUrl: "https://dsar.example/norrsken",
};

function message(
  kind: WordingKind,
  language: Language,
  own: { opening: string; closing: string } | null,
  profile = "gdpr-se",
) {
  const wordings = own ? { [kind]: { version: 7, ...own } } : {};
  const sender = { ...SENDER, authority: AUTHORITY, wordings, settings: { ...SETTINGS, profile } };
  return exampleMessage(kind, { ...BASE, sender, language });
}

const each = WORDING_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));

test.each(each)("whatever is written around $kind in $language, all that stood there stands", (of) => {
  const standard = message(of.kind, of.language, null);
  expect(standard?.blocks.length).toBeGreaterThan(3);
  expect(standard).not.toHaveProperty("wordingVersion");
  fc.assert(
    fc.property(fc.string(), fc.string(), (opening, closing) => {
      const adapted = message(of.kind, of.language, { opening, closing });
      const fixed = adapted?.blocks.filter((block) => !(block.kind === "paragraph" && block.own));
      expect({ ...adapted, blocks: fixed, wordingVersion: undefined }).toEqual({
        ...standard,
        wordingVersion: undefined,
      });
      expect(adapted?.wordingVersion).toBe(7);
    }),
    { numRuns: 20 },
  );
});

test.each(each)("$kind in $language fills in every placeholder it has, before and after", (of) => {
  const all = placeholdersOf(of.kind)
    .map((name) => `${name}={${name}}`)
    .join("\n\n");
  const blocks = message(of.kind, of.language, { opening: all, closing: all })?.blocks ?? [];
  const own = blocks.flatMap((block) => (block.kind === "paragraph" && block.own ? [block.text] : []));
  expect(own).toHaveLength(placeholdersOf(of.kind).length * 2);
  for (const text of own) expect(text).toMatch(/^\w+=[^{}]+$/);
  expect(blocks[0]).toMatchObject({ own: true });
  // The foot is last: who writes, and how to reach them.
  expect(blocks.at(-1)).not.toHaveProperty("own");
});

test("a mail with every placeholder it has names nobody", () => {
  const mails = WORDING_KINDS.filter((kind) => WORDING[kind].medium === "mail" && kind !== "to_customer");
  for (const kind of mails) {
    const opening = placeholdersOf(kind)
      .map((name) => `{${name}}`)
      .join(" ");
    expect(JSON.stringify(message(kind, "en", { opening, closing: opening }))).not.toContain("Alex Example");
  }
});

test("own words are text, in the mail and in its plain form", () => {
  const mail = message("question", "en", { opening: "<b>Hi</b> https://a.example", closing: "## Bye" });
  if (!mail || !("subject" in mail)) throw new Error("a question is a mail");
  expect(mailText(mail)).toMatch(/^<b>Hi<\/b> https:\/\/a\.example\n\n/);
  expect(mailText(mail)).toContain("## Bye");
});

test.each(PROFILE_IDS)("every message can be looked at under %s", (profile) => {
  for (const kind of WORDING_KINDS.filter((each) => each !== "fee_notice")) {
    expect(message(kind, "en", null, profile)).not.toBeNull();
  }
});

const receipt = (rights: readonly Right[], language: Language, profile = "gdpr-se") => {
  const [first, ...more] = rights.map((right) => ({
    ...{ reference: "7KQ2M-4TX9P-V", right, stopsAtOnce: false, why: "" },
    answerBy: { on: "2026-04-07" as IsoDate, by: "promised" as const },
  }));
  if (!first) throw new Error("no right");
  return receiptMail({
    ...requesterMail(language, { profile }),
    ...{ requests: [first, ...more], receivedAt: "2026-03-07T09:00:00Z", zone: "Europe/Stockholm" },
    ...{ confirmUrl: "https://dsar.example/c/x", linkHours: 168, myUrl: "https://dsar.example/my" },
  });
};

describe("the acknowledgement of a complaint", () => {
  test.each([
    ["sv", "ditt klagomål", "vårt eget löfte", "när som helst klaga hos en tillsynsmyndighet"],
    ["en", "your complaint", "our own promise", "At any time you can complain to a supervisory authority"],
  ] as const)(
    "says in %s what it is, who looks at it, by when, and where else to turn",
    (language, ...said) => {
      const mail = receipt(["complaint"], language);
      expect(mail.subject).toContain(said[0]);
      for (const part of said.slice(1)) expect(words(mail)).toContain(part);
      expect(words(receipt(["access"], language))).not.toContain(said[1]);
    },
  );

  test("stands beside other requests too, which stay requests", () => {
    const mail = receipt(["access", "complaint"], "en");
    expect(mail.subject).toContain("We have received your 2 requests");
    expect(words(mail)).toContain("our own promise");
  });

  test("is what the law of the United Kingdom asks for, and names no Union law elsewhere", () => {
    expect(words(receipt(["complaint"], "en", "uk-gdpr-eng"))).toContain("section 164A");
    expect(words(receipt(["complaint"], "en", "us-va"))).not.toMatch(/Article|Regulation|164A/);
  });
});
