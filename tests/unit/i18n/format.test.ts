import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { REFUSAL_GROUNDS } from "@/lib/domain/law/grounds";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate, formatInstant, formatList, formatWeekday } from "@/lib/i18n/format";

const day = "2026-04-07" as IsoDate;

test("a date and its weekday", () => {
  expect(formatDate(day, "sv")).toBe("7 april 2026");
  expect(formatDate(day, "en")).toBe("7 April 2026");
  expect(formatWeekday(day, "sv")).toBe("tisdag");
  expect(formatWeekday(day, "en")).toBe("Tuesday");
});

test.each([
  [
    "2026-04-07T12:05:00Z",
    "Europe/Stockholm",
    "7 april 2026 kl. 14:05 (CEST)",
    "7 April 2026 at 14:05 (CEST)",
  ],
  [
    "2026-01-07T23:30:00Z",
    "Europe/Stockholm",
    "8 januari 2026 kl. 00:30 (CET)",
    "8 January 2026 at 00:30 (CET)",
  ],
  [
    "2026-10-25T00:30:00Z",
    "Europe/Stockholm",
    "25 oktober 2026 kl. 02:30 (CEST)",
    "25 October 2026 at 02:30 (CEST)",
  ],
  [
    "2026-10-25T01:30:00Z",
    "Europe/Stockholm",
    "25 oktober 2026 kl. 02:30 (CET)",
    "25 October 2026 at 02:30 (CET)",
  ],
])("an instant %s on the clock of %s", (instant, zone, sv, en) => {
  expect(formatInstant(instant, zone, "sv")).toBe(sv);
  expect(formatInstant(new Date(instant), zone, "en")).toBe(en);
});

test("a list", () => {
  expect(formatList(["a", "b", "c"], "sv")).toBe("a, b och c");
  expect(formatList(["a", "b", "c"], "en")).toBe("a, b and c");
});

test.each([
  ["Art. 17(3)(b) GDPR", "artikel 17.3 b i dataskyddsförordningen (GDPR)", "Article 17(3)(b) of the GDPR"],
  ["Art. 16 GDPR", "artikel 16 i dataskyddsförordningen (GDPR)", "Article 16 of the GDPR"],
  [
    "Art. 11(2), 12(2) GDPR",
    "artikel 11.2 och 12.2 i dataskyddsförordningen (GDPR)",
    "Articles 11(2) and 12(2) of the GDPR",
  ],
  [
    "Art. 12(3) GDPR; Art. 3(2)(c) Regulation (EEC, Euratom) 1182/71",
    "artikel 12.3 i dataskyddsförordningen (GDPR); artikel 3.2 c i förordning (EEG, Euratom) nr 1182/71",
    "Article 12(3) of the GDPR; Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71",
  ],
  [
    "Recital 63 GDPR; EDPB Guidelines 01/2022, section 5.3",
    "skäl 63 i dataskyddsförordningen (GDPR); EDPB:s riktlinjer 01/2022, avsnitt 5.3",
    "recital 63 of the GDPR; EDPB Guidelines 01/2022, section 5.3",
  ],
  ["", "", ""],
  ["7 kap. 2 § lag (2018:218)", "7 kap. 2 § lag (2018:218)", "7 kap. 2 § lag (2018:218)"],
])("the provision %s", (citation, sv, en) => {
  expect(formatCitation(citation, "sv")).toBe(sv);
  expect(formatCitation(citation, "en")).toBe(en);
});

test("every ground of refusal is cited in words", () => {
  for (const { citation } of REFUSAL_GROUNDS.filter((ground) => ground.citation !== "")) {
    for (const language of LANGUAGES) expect(formatCitation(citation, language)).not.toContain("Art.");
  }
});
