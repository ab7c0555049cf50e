import { readdirSync, readFileSync } from "node:fs";
import { OUTCOMES } from "@/lib/domain/decision/answer";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { ERASURE_GROUNDS, REFUSAL_GROUNDS, RESTRICTION_GROUNDS } from "@/lib/domain/law/grounds";
import { type Messages, NAMESPACES } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";
import { icuArguments } from "./icu-arguments";

const FOLDER = "lib/i18n/messages";

/** Every message of a file by its key with dots. */
function flat(messages: Messages, before = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${before}${key}`, value]]
        : Object.entries(flat(value, `${before}${key}.`)),
    ),
  );
}

function read(language: string, file: string): Record<string, string> {
  return flat(JSON.parse(readFileSync(`${FOLDER}/${language}/${file}`, "utf8")) as Messages);
}

/** A namespace's file: "staffAccess" is staff-access.json. */
function fileOf(namespace: string): string {
  return `${namespace.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;
}

/** Other words for a request (begäran), and for taking one back (ta tillbaka, withdraw). */
const SYNONYMS =
  /ärende|\b(tickets?|tenants?|dra(s|git|gits)? tillbaka|drogs? tillbaka|tillbakadrag\w*)\b|(?<!\b(any|that|every|this very) )\bcases?\b(?! listed)/i;
/** Messages about the files of a public authority, which are cases. */
const OF_SOMETHING_ELSE = new Set(["start.documents.title"]);

const files = [...new Set(LANGUAGES.flatMap((language) => readdirSync(`${FOLDER}/${language}`)))];

test("every namespace has a file in every language, and there is a folder per language", () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...LANGUAGES].sort());
  for (const language of LANGUAGES) {
    expect(readdirSync(`${FOLDER}/${language}`).sort()).toEqual(files.sort());
  }
  expect(files).toEqual(expect.arrayContaining(NAMESPACES.map(fileOf)));
});

describe.each(files)("%s", (file) => {
  test("has the same keys in every language", () => {
    const [first, ...others] = LANGUAGES.map((language) => Object.keys(read(language, file)).sort());
    for (const keys of others) expect(keys).toEqual(first);
  });

  test("asks for the same values in every language", () => {
    const [first = {}, ...others] = LANGUAGES.map((language) => read(language, file));
    for (const messages of others) {
      for (const key of Object.keys(first)) {
        expect([key, valuesOf(messages[key])]).toEqual([key, valuesOf(first[key])]);
      }
    }
  });

  test.each(LANGUAGES)("says no word in %s that blames, begs or jokes", (language) => {
    const all = Object.entries(read(language, file));
    const bad = all.filter(([, text]) => /\b(invalid|please|oops|ogiltig\w*|vänligen|hoppsan)\b/i.test(text));
    expect(bad).toEqual([]);
  });

  test.each(LANGUAGES)("calls one thing by one word in %s", (language) => {
    const others = Object.entries(read(language, file)).filter(
      ([key, text]) => !OF_SOMETHING_ELSE.has(key) && SYNONYMS.test(text),
    );
    expect(others).toEqual([]);
  });

  test.each(LANGUAGES)("has no empty message in %s, and none with spaces at its ends", (language) => {
    expect(
      Object.entries(read(language, file)).filter(([, text]) => text !== text.trim() || text === ""),
    ).toEqual([]);
  });
});

function valuesOf(message: string | undefined): string[] {
  return [...new Set(icuArguments(message ?? "").map(({ name }) => name))].sort();
}

describe.each(NAMESPACES)("%s can be said", (namespace) => {
  test.each(LANGUAGES)("in %s, with every choice it offers", (language) => {
    const say = translator(language, namespace);
    for (const [key, message] of Object.entries(read(language, fileOf(namespace)))) {
      for (const values of valuesToTry(message)) {
        expect(() => `${key}: ${say(key, values)}`).not.toThrow();
      }
    }
  });
});

/** One set of values for each option of each choice. */
function valuesToTry(message: string): readonly Record<string, string | number>[] {
  const all = icuArguments(message);
  const usual = Object.fromEntries(all.map(({ name, kind }) => [name, kind === "select" ? "other" : 2]));
  const options = all.flatMap(({ name, kind, options }) =>
    options.map((option) => ({
      [name]: kind === "select" ? option : Number(option.replace(/\D/g, "") || 5),
    })),
  );
  return [usual, ...options.map((option) => ({ ...usual, ...option }))];
}

describe.each(LANGUAGES)("the words of the law in %s", (language) => {
  const say = translator(language, "letter");
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ["right", RIGHTS],
    ["rightPlain", RIGHTS],
    ["title", RIGHTS],
    ["outcome", [...OUTCOMES, "withdrawn", "forwarded"]],
    ["erasureGround", ERASURE_GROUNDS],
    ["restrictionGround", RESTRICTION_GROUNDS],
  ];

  test.each(groups)("%s has one for each and no more", (group, ids) => {
    for (const id of ids) expect(say(`${group}.${id}`)).not.toBe("");
    const keys = Object.keys(read(language, "letter.json")).filter((key) => key.startsWith(`${group}.`));
    expect(keys).toHaveLength(ids.length);
  });

  test("every ground of refusal has a name and an explanation", () => {
    for (const { id } of REFUSAL_GROUNDS) {
      expect(say(`refusalGround.${id}.name`)).not.toBe("");
      expect(say(`refusalGround.${id}.explanation`)).toMatch(/\.$/);
    }
  });
});

test("every message of a mail is said by some mail", () => {
  const source = readdirSync("emails")
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`emails/${file}`, "utf8"))
    .join("\n");
  const silent = Object.keys(read("sv", "mail.json")).filter((key) => !source.includes(`"${key}"`));
  expect(silent).toEqual([]);
});
