import { languageOf } from "@/lib/i18n/language";

test.each<[string | undefined, string | null, string, string]>([
  ["en", "sv", "en", "what was chosen goes before what the browser asks for"],
  ["de", "en-GB,sv;q=0.5", "en", "a language we do not speak is no choice"],
  [undefined, "en-US,en;q=0.9,sv;q=0.8", "en", "the first that we speak"],
  [undefined, "de-DE,de;q=0.9,sv-FI;q=0.4,en;q=0.3", "sv", "the one of the greatest weight, region ignored"],
  [undefined, "en;q=0.3, sv;q=0.7", "sv", "weight before order"],
  [undefined, "en;q=0, fr", "sv", "a weight of zero refuses"],
  [undefined, "EN", "en", "capitals"],
  [undefined, "fi,nb", "sv", "Swedish if we speak none of them"],
  [undefined, "*", "sv", "anything"],
  [undefined, ";;q=,,;q=9,en;q=x;q=2", "en", "nonsense around a language"],
  [undefined, null, "sv", "nothing said"],
  ["__proto__", "constructor,toString", "sv", "names that an object has anyway"],
])("cookie %s, header %s: %s (%s)", (chosen, accepted, language) => {
  expect(languageOf(chosen, accepted)).toBe(language);
});

test("a very long header costs nothing", () => {
  expect(languageOf(null, `${"x,".repeat(1_000_000)}en`)).toBe("sv");
});
