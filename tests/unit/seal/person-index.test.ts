/** Folding for the keyed index (design section 7): NFKC, case and diacritics, split at space and hyphen. */
import { fold, nameWords } from "@/lib/db/person-index";

test.each([
  ["Åsa", "asa"],
  ["ÅSA", "asa"],
  ["A\u030Asa", "asa"],
  ["Ｍüller", "muller"],
  ["  Éva ", "eva"],
])("%s is the word %s", (name, word) => {
  expect(fold(name)).toBe(word);
});

test("names are split at spaces and hyphens, each word once", () => {
  expect(nameWords("Anna-Karin  von Exempel Anna")).toEqual(["anna", "karin", "von", "exempel"]);
  expect(nameWords("Anna‑Karin")).toEqual(["anna", "karin"]);
  expect(nameWords("  ")).toEqual([]);
});
