import { readdirSync } from "node:fs";
import { type MailContent, mailText } from "@/emails/content";
import { mailHtml } from "@/emails/html";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { SETTINGS, words } from "./invented";
import { type Make, reference, TO_REQUESTER, TO_STAFF } from "./mails";

const ALL = { ...TO_REQUESTER, ...TO_STAFF };
const each = (mails: Record<string, Make>) =>
  Object.entries(mails).flatMap(([name, make]) => LANGUAGES.map((language) => ({ name, language, make })));

test("every file of a notice is tried here", () => {
  const helpers = ["content.ts", "sender.ts"];
  const files = readdirSync("emails").filter((file) => file.endsWith(".ts") && !helpers.includes(file));
  expect(files.map((file) => file.replace(".ts", "")).sort()).toEqual(Object.keys(ALL).sort());
});

describe.each(each(TO_REQUESTER))("$name in $language", ({ name, language, make }) => {
  const text = words(make(language));

  test("names the reference", () => expect(text).toContain(reference));

  test.each([
    ["controller", SETTINGS.name],
    ["registration number", SETTINGS.registrationNumber],
    ["address", "Björkgatan 4, 903 26 Umeå"],
    ["contact", SETTINGS.contactEmail],
    ["data protection officer", "ombud@norrsken.example"],
    ["supervisory authority", "Integritetsskyddsmyndigheten (IMY), https://www.imy.se/"],
    ["notice of the portal", "https://dsar.example/norrsken/privacy"],
    ["privacy policy", "https://norrsken.example/policy"],
    ["that it is free", language === "sv" ? "gratis" : "free of charge"],
  ])("says at its foot: %s", (_, what) => expect(text).toContain(what));

  test("promises no free answer where a fee is possible, and no possible fee where there is none", () => {
    const fee = language === "sv" ? "ta ut en avgift" : "charge a fee";
    expect(words(make(language, { feeEnabled: true }))).toContain(fee);
    // A controller that promised to charge nothing never sends a mail about a fee.
    if (!name.startsWith("fee-")) expect(words(make(language, { feeEnabled: false }))).not.toContain(fee);
  });

  test("has no sender row without a value", () => {
    const bare = make(language, { dpo: null, registrationNumber: "", privacyPolicyUrl: "" });
    const rows = bare.blocks.flatMap((block) => (block.kind === "facts" ? block.rows : []));
    expect(rows.filter(({ value }) => value === "")).toEqual([]);
    expect(words(bare)).not.toContain("ombud@norrsken.example");
  });
});

describe.each(each(ALL))("$name in $language", ({ language, make }) => {
  test("is in its language, with nothing left to fill in", () => {
    expect(make(language).language).toBe(language);
    expect(words(make(language))).not.toMatch(/[{}]|undefined|null/);
  });

  test("says how long its link works wherever it has a secret one", () => {
    const text = words(make(language));
    const secret = /\/c\//.test(text);
    expect(/gäller i (7 dagar|24 timmar)|works once, for (7 days|24 hours)/.test(text)).toBe(secret);
  });

  test("has a subject of one line, whatever the controller is called", () => {
    const name = "Åbo\r\nBcc: evil@example.test\u202Egpj\u200B\u0000 AB";
    const { subject } = make(language, { name });
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(subject.trim()).not.toBe("");
  });

  test("is a whole HTML document in that language, with its subject as title", async () => {
    const { subject } = make(language);
    const html = await mailHtml(make(language));
    expect(html).toMatch(/^<!DOCTYPE/);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(html).toContain(`<title>${subject}</title>`);
  });

  test("fetches nothing and runs nothing", async () => {
    const html = await mailHtml(make(language));
    expect(html).not.toMatch(
      /<(img|script|iframe|link|object|video|audio|form|base)\b|\ssrc=|url\(|@import|@font-face/i,
    );
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    expect(addresses.filter((url) => !url?.startsWith("https://"))).toEqual([]);
  });

  test("shows markup in the controller's name as the characters it is", async () => {
    const name = `<img src=x onerror="alert(1)"></title><a href=//evil.test>AB</a> {n, plural, other {x}}`;
    const html = await mailHtml(make(language, { name }));
    expect(html).not.toMatch(/<img|<a href=\/\/evil/i);
    expect(html.match(/<title>/g)).toHaveLength(1);
    const text = mailText(make(language, { name }));
    if (text.includes("<img")) expect(html).toContain("&lt;img src=x");
  });

  test("has the same words as text and as HTML", async () => {
    const html = await mailHtml(make(language));
    const shown = asRead(html.replace(/<(style|title)>[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " "));
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    for (const line of mailText(make(language)).split("\n").filter(Boolean)) {
      const asRow = line.replace(/^([^:]+): /, "$1 ");
      const asLabel = line.replace(/:$/, "");
      const found = addresses.includes(line) || [line, asRow, asLabel].some((said) => shown.includes(said));
      expect([line, found]).toEqual([line, true]);
    }
  });
});

function asRead(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

test.each([
  ["sv", "kan vi behöva avsluta begäran utan svar", "kontakta oss på ett annat sätt"],
  ["en", "we may have to close the request without an answer", "contact us in another way"],
] as const)("the reminder says in %s what follows, and another way", (language, ...said) => {
  const text = words(TO_REQUESTER["confirmation-reminder"]?.(language) as MailContent);
  for (const part of said) expect(text).toContain(part);
});

test.each([
  ["sv", "Svarar du inte går vi vidare"],
  ["en", "If you do not reply, we go on"],
] as const)("a question says in %s what follows without an answer", (language, said) => {
  expect(words(TO_REQUESTER.question?.(language) as MailContent)).toContain(said);
});
