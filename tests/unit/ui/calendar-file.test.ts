/** Calendar files as RFC 5545 wants them; the section stands in the name. */
import fc from "fast-check";
import { calendarFile } from "@/app/_ui/calendar-file";
import type { IsoDate } from "@/lib/domain/kernel/date";

const MADE_AT = new Date("2026-03-07T12:34:56.789Z");
const file = (day: string, summary: string) =>
  calendarFile([{ uid: "7KQ2M@dsar.example", day: day as IsoDate, summary }], MADE_AT);

test("3.6.1: a whole day ends with the next, over months and leap days", () => {
  expect(file("2028-02-28", "x")).toContain("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n");
  expect(file("2026-12-31", "x")).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
});

test("3.6: has what the format demands, once each, in lines that end with CR and LF", () => {
  const lines = file("2026-04-07", "Sista dag").split("\r\n");
  expect(lines).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Habeas//Habeas//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:7KQ2M@dsar.example",
    "DTSTAMP:20260307T123456Z",
    "DTSTART;VALUE=DATE:20260407",
    "DTEND;VALUE=DATE:20260408",
    "SUMMARY:Sista dag",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("3.3.11: a name can end no line and begin no property", () => {
  const text = file("2026-04-07", "Bolaget; Ltd, \\ och\r\nATTACH:https://evil.example");
  expect(text).toContain("SUMMARY:Bolaget\\; Ltd\\, \\\\ och\\nATTACH:https://evil.example\r\n");
});

test("3.1: no line is longer than 75 octets, and unfolded it is what it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (summary) => {
      const text = file("2026-04-07", summary);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const unfolded = text.replaceAll("\r\n ", "");
      const written = /SUMMARY:([^\r]*)\r\n/.exec(unfolded)?.[1] ?? "";
      const read = written.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
      expect(read).toBe(summary.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, ""));
    }),
  );
});
