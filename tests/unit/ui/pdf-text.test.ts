import { printable } from "@/app/_ui/pdf/pdf-text";

const glyphs = { has: () => true };

test("a word that no language has is parted, since setting it would take seconds", () => {
  const { text } = printable(`key ${"k".repeat(20_000)} end`, glyphs);
  expect(Math.max(...text.split(" ").map((word) => word.length))).toBe(60);
  expect(text.replaceAll(" ", "")).toBe(`key${"k".repeat(20_000)}end`);
  const longest = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
  expect(printable(longest, glyphs).text).toBe(longest);
});
