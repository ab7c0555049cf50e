import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { issueText } from "@/app/_ui/issue-text";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { CATALOGUE } from "@/lib/i18n/catalogue";

/** Every key that a schema names, and those that lib/schemas/parse.ts makes of zod's own. */
function keysInSchemas(): string[] {
  const files = readdirSync("lib/schemas", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const source = files.map((name) => readFileSync(join("lib/schemas", name), "utf8")).join("\n");
  const named = [...source.matchAll(/"errors\.(\w+)"/g), ...source.matchAll(/message: "(\w+)"/g)];
  return [...new Set(named.flatMap(([, key]) => (key ? [key] : [])))];
}

const VALUES = { max: 200, min: 2 };

test("every key that a schema can give has a sentence of its own in every language", () => {
  const keys = keysInSchemas();
  expect(keys).toEqual(
    expect.arrayContaining(["required", "characters", "periodOrder", "dateIncomplete", "tooLong"]),
  );
  for (const language of LANGUAGES) {
    expect([language, keys.filter((key) => !Object.hasOwn(CATALOGUE[language].errors, key))]).toEqual([
      language,
      [],
    ]);
  }
});

test.each([
  ["who.email", "required", "Skriv din e-postadress", "Enter your email address"],
  [
    "requests.0.from",
    "date",
    "Startdatumet finns inte. Kontrollera dag, månad och år",
    "There is no such start date. Check the day, month and year",
  ],
  [
    "to-year",
    "dateIncomplete",
    "Slutdatumet måste ha dag, månad och år",
    "The end date must include a day, a month and a year",
  ],
  ["contactPhone", "required", "Fyll i det här fältet", "Fill in this field"],
  ["name", "tooLong", "Korta namnet till högst 200 tecken", "Shorten the name to 200 characters or fewer"],
  [
    "__proto__",
    "constructor",
    "Skriv i det format som står vid fältet",
    "Use the format shown next to the field",
  ],
])("%s, %s", (field, message, swedish, english) => {
  expect(issueText("sv", { field, message, values: VALUES })).toBe(swedish);
  expect(issueText("en", { field, message, values: VALUES })).toBe(english);
});
