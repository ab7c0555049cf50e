import type { IsoDate } from "@/lib/domain/kernel/date";

export type CalendarDay = {
  /** Names the entry for ever: the same day told again replaces the old one in a calendar. */
  readonly uid: string;
  readonly day: IsoDate;
  readonly summary: string;
};

/**
 * Whole days as a calendar file (iCalendar, RFC 5545). Holds nothing but what it is given: no time, place or person.
 * @param madeAt when the file was made, which the format demands
 */
export function calendarFile(days: readonly CalendarDay[], madeAt: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Habeas//Habeas//EN",
    "CALSCALE:GREGORIAN",
    ...days.flatMap(({ uid, day, summary }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${compact(madeAt.toISOString().slice(0, 19))}Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
      `SUMMARY:${escaped(summary)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function compact(date: string): string {
  return date.replace(/[-:]/g, "");
}

/** The end of a whole day is the next one (RFC 5545 section 3.6.1). */
function dayAfter(day: IsoDate): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Section 3.3.11. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

const LONGEST = 75;

/** Section 3.1: no line is longer than 75 octets; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST) {
      parts.push(part);
      part = " ";
    }
    part += character;
  }
  return [...parts, part].join("\r\n");
}
