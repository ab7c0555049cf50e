import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { PROFILE_IDS } from "@/lib/domain/law/profile";
import { fixedBlocks, legalText, unreviewedTexts } from "@/lib/i18n/legal/legal-text";
import { LEGAL_NOTICES, LEGAL_TEXTS, type LegalNotice } from "@/lib/i18n/legal/texts";
import versions from "./legal-text-versions.json";

const FOLDER = "lib/i18n/legal";
const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const files = folders.flatMap((folder) =>
  readdirSync(`${FOLDER}/${folder}`).flatMap((notice) =>
    readdirSync(`${FOLDER}/${folder}/${notice}`).map((file) => ({
      folder,
      notice,
      language: file.replace(".json", ""),
    })),
  ),
);

test.each(files)("$folder/$notice/$language is the one that is used", ({ folder, notice, language }) => {
  const kept = JSON.parse(readFileSync(`${FOLDER}/${folder}/${notice}/${language}.json`, "utf8"));
  expect(LEGAL_TEXTS[folder]?.[notice as LegalNotice]?.[language as "sv"]).toEqual(kept);
  expect(Object.keys(kept).sort()).toEqual(["reviewedBy", "source", "text", "version"]);
  expect(kept.source).not.toBe("");
  expect(kept.text).toBe(kept.text.trim());
});

test("no text blames or begs", () => {
  const texts = Object.values(LEGAL_TEXTS)
    .flatMap((notices) => Object.values(notices))
    .flatMap(Object.values);
  const bad = texts.filter(({ text }) => /\b(invalid|please|ogiltig\w*|vänligen)\b/i.test(text));
  expect(bad.map(({ text }) => text)).toEqual([]);
});

test("there are as many texts in use as files", () => {
  const used =
    Object.values(LEGAL_TEXTS).flatMap((notices) => Object.values(notices)).length * LANGUAGES.length;
  expect(files).toHaveLength(used);
});

/** To change a text: count its version up, and write its new hash into legal-text-versions.json. */
test.each(files)(
  "$folder/$notice/$language has not changed under its version",
  ({ folder, notice, language }) => {
    const { version, text } = legalText(folder, notice as LegalNotice, language as "sv");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const known: Record<string, string> = versions;
    expect({ version, hash: known[`${folder}/${notice}/${language}/${version}`] }).toEqual({ version, hash });
  },
);

test.each(LEGAL_NOTICES)("%s exists for every profile in every language, in the same version", (notice) => {
  for (const profile of PROFILE_IDS) {
    const texts = LANGUAGES.map((language) => legalText(profile, notice, language));
    expect(new Set(texts.map(({ version }) => version)).size).toBe(1);
  }
});

test("a state's own text goes before its law's, and a region takes its state's", () => {
  expect(legalText("gdpr-se", "court-remedy", "sv").text).toContain("tingsrätten");
  expect(legalText("GDPR-SE", "court-remedy", "sv").text).toContain("tingsrätten");
  expect(legalText("gdpr-se-ab", "court-remedy", "sv").text).toContain("tingsrätten");
  expect(legalText("gdpr-dk", "court-remedy", "sv").text).not.toContain("tingsrätten");
});

test.each(["nz-privacy", "", "constructor", "__proto__"])(
  "throws for the profile %s, which has no texts",
  (profile) => {
    expect(() => legalText(profile, "court-remedy", "sv")).toThrow("no legal text");
  },
);

test("a text becomes headings and paragraphs with its version, placeholders filled", () => {
  const blocks = fixedBlocks("gdpr-se", "art13-portal", "en", { controller: "A {B} & <C>" });
  expect(blocks[0]).toEqual({ kind: "heading", text: "Who is responsible" });
  expect(blocks[1]).toMatchObject({ kind: "fixed", notice: "art13-portal", version: 3 });
  expect(JSON.stringify(blocks)).toContain("A {B} & <C> is the controller");
  expect(JSON.stringify(blocks)).not.toMatch(/## |\{controller\}/);
});

test("a placeholder without a value throws", () => {
  expect(() => fixedBlocks("gdpr-se", "art13-portal", "en")).toThrow("controller");
});

test("the administrator is told of every text that nobody has reviewed", () => {
  const unreviewed = unreviewedTexts("gdpr-se");
  const open = LEGAL_NOTICES.flatMap((notice) =>
    LANGUAGES.filter((language) => legalText("gdpr-se", notice, language).reviewedBy === null),
  );
  expect(unreviewed).toHaveLength(open.length);
  expect(unreviewed).toContainEqual({
    folder: "gdpr-se",
    notice: "court-remedy",
    language: "sv",
    version: 2,
  });
  expect(unreviewedTexts("gdpr-dk")).toContainEqual({
    folder: "gdpr",
    notice: "court-remedy",
    language: "sv",
    version: 1,
  });
});
