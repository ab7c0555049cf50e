import fc from "fast-check";
import { readDateParts } from "@/lib/schemas/intake/date-parts";

const read = (day: string, month: string, year: string) => readDateParts({ day, month, year });

test.each([
  ["13", "mars", "2026", "2026-03-13"],
  [" 13 ", " 3", "2026 ", "2026-03-13"],
  ["1", "Jan", "2025", "2025-01-01"],
  ["31", "OKTOBER", "2025", "2025-10-31"],
  ["5", "okt", "2025", "2025-10-05"],
  ["5", "oct.", "2025", "2025-10-05"],
  ["29", "february", "2024", "2024-02-29"],
])("%s %s %s is %s", (day, month, year, iso) => expect(read(day, month, year)).toEqual({ iso }));

test.each([
  ["31", "2", "2026", "date", "day"],
  ["29", "2", "2025", "date", "day"],
  ["0", "1", "2025", "date", "day"],
  ["x", "1", "2025", "date", "day"],
  ["1", "13", "2025", "date", "month"],
  ["1", "ma", "2025", "date", "month"],
  ["1", "1", "25", "date", "year"],
  ["1", "", "2025", "dateIncomplete", "month"],
  ["", "1", "", "dateIncomplete", "day"],
])("%s %s %s is wrong: %s of the %s field", (day, month, year, message, part) =>
  expect(read(day, month, year)).toEqual({ message, part }),
);

test("nothing typed is no date", () => expect(read("", " ", "")).toEqual({ iso: "" }));

test("every day that exists is read back, by number and by name", () => {
  const names = new Intl.DateTimeFormat("sv", { month: "long", timeZone: "UTC" });
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [year = "", month = "", day = ""] = iso.split("-");
        expect(read(day, month, year)).toEqual({ iso });
        expect(read(String(Number(day)), names.format(at), year)).toEqual({ iso });
      },
    ),
  );
});
