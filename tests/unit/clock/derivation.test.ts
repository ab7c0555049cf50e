import { DERIVATION_RULES } from "@/lib/domain/clock/derivation";
import { asTold } from "@/lib/domain/clock/promise";
import type { Clock } from "@/lib/domain/clock/types";
import type { Language } from "@/lib/domain/kernel/language";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { derivationSentences } from "@/lib/i18n/derivation";
import en from "@/lib/i18n/messages/en/clock.json";
import sv from "@/lib/i18n/messages/sv/clock.json";
import { translator } from "@/lib/i18n/translator";
import { calendarOf, clockOn, happened, on, profileOf, UK } from "./make-clock";

const ordered = (until: string) => [
  ...happened("decided 2026-03-20"),
  { type: "reopened", occurredAt: "2026-06-30T10:00:00Z", until: on(until) } as const,
];
const unchecked = { ...calendarOf("SE"), checkedBy: null };

/** Clocks that together use every rule. */
const CLOCKS: readonly Clock[] = [
  ...RIGHTS.map((right) => clockOn("2026-03-05", { right })),
  clockOn("2026-01-31", {
    events: happened(
      "identity_requested 2026-01-30",
      "identity_received 2026-02-05",
      "clarification_received 2026-02-06",
      "fee_requested 2026-02-07",
      "extend 2026-02-10",
      "extend 2026-02-11",
      "clarification_requested 2026-06-30",
      "decided 2026-07-01",
      "extend 2026-07-02",
    ),
  }),
  clockOn("2026-03-05", { events: happened("clarification_requested 2026-03-10") }),
  clockOn("2026-03-05", {
    holidayPolicy: "none",
    events: happened("extend 2026-04-20", "withdrawn 2026-04-21"),
  }),
  clockOn("2026-11-24", { holidayPolicy: "statutory" }),
  clockOn("2026-03-02", { profile: profileOf("us-ca-ccpa") }),
  clockOn("2026-03-02", { profile: profileOf("us-ca-ccpa;firstday=counted") }),
  clockOn("2026-03-02", { profile: profileOf("au-app") }),
  clockOn("2026-03-02", { profile: profileOf("uk-complaint"), right: "complaint" }),
  clockOn("2026-03-02", { profile: profileOf("ch-fadp"), events: happened("fee_requested 2026-03-12") }),
  clockOn("2026-03-02", {
    profile: profileOf("ch-fadp"),
    events: happened("fee_requested 2026-03-12", "fee_confirmed 2026-03-15", "extend 2026-03-20"),
  }),
  clockOn("2026-03-02", {
    profile: profileOf("ch-fadp"),
    events: happened("fee_requested 2026-03-12", "fee_confirmed 2026-03-23"),
  }),
  clockOn("2026-03-02", {
    profile: profileOf("ch-fadp"),
    events: [{ type: "extend", occurredAt: "2026-03-20T10:00:00Z", until: on("2026-06-01") }],
  }),
  clockOn("2026-03-05", { right: "complaint", events: happened("extend 2026-03-06") }),
  clockOn("2026-03-05", { calendar: unchecked }),
  clockOn("2026-03-05", { calendar: { ...calendarOf("SE"), toYear: 2025 } }),
  clockOn("2026-03-05", { events: happened("decided 2026-03-20", "reopened 2026-06-30") }),
  clockOn("2026-03-05", { profile: UK, events: happened("identity_requested 2026-03-06") }),
  clockOn("2026-03-05", {
    profile: UK,
    events: happened("identity_requested 2026-03-06", "identity_received 2026-03-07"),
  }),
  asTold(clockOn("2026-03-05"), on("2026-04-06")),
  clockOn("2026-03-05", { events: ordered("2026-07-05") }),
];

const say = (clock: Clock, language: Language) =>
  derivationSentences(translator(language, "clock"), clock.derivation, language).map(
    ({ sentence }) => sentence,
  );

describe("the sentences of a derivation", () => {
  it("exist for every rule and for no other, in both languages", () => {
    const rules = [...DERIVATION_RULES].sort();
    expect(Object.keys(sv.rule).sort()).toEqual(rules);
    expect(Object.keys(en.rule).sort()).toEqual(rules);
    const used = new Set(CLOCKS.flatMap(({ derivation }) => derivation.map(({ rule }) => rule)));
    expect([...used].sort()).toEqual(rules);
  });

  it.each(LANGUAGES)("are whole sentences in %s for every fact that a clock gives", (language) => {
    const sentences = CLOCKS.flatMap((clock) => say(clock, language));
    expect(sentences.length).toBeGreaterThan(60);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-ZÅÄÖ0-9].*[.]$/);
      expect(sentence).not.toMatch(/[{}#]|undefined|null|NaN|\d{4}-\d\d| {2}|_| \./);
    }
  });

  it("cite the law beside each sentence, and nothing beside our own choices", () => {
    const [clock] = CLOCKS;
    const citations = derivationSentences(translator("en", "clock"), clock?.derivation ?? [], "en").map(
      ({ citation }) => citation,
    );
    expect(citations).toEqual([
      "Article 3(1) of Regulation (EEC, Euratom) No 1182/71",
      "Article 12(3) of the GDPR; Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71",
      "Article 3(4) of Regulation (EEC, Euratom) No 1182/71",
      "Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71",
    ]);
  });
});

describe("the sentences of the regulator's example", () => {
  const clock = clockOn("2026-03-05");

  it("in Swedish", () => {
    expect(say(clock, "sv")).toEqual([
      "Begäran kom in den 5 mars 2026. Tiden räknas från den dagen, men själva dagen räknas inte med.",
      "En månad från den 5 mars 2026 går ut den 5 april 2026.",
      "Den 5 april 2026 är en söndag, så den sista dagen blir nästa arbetsdag, tisdagen den 7 april 2026.",
      "Hela den sista dagen räknas, fram till midnatt den 7 april 2026.",
    ]);
  });

  it("in English", () => {
    expect(say(clock, "en")).toEqual([
      "The request arrived on 5 March 2026. The time is counted from that day, and the day itself is not included.",
      "One month from 5 March 2026 ends on 5 April 2026.",
      "5 April 2026 is a Sunday, so the last day is the next working day, Tuesday 7 April 2026.",
      "The last day counts in full, until midnight at the end of 7 April 2026.",
    ]);
  });
});

describe("the sentences of a pause and an extension", () => {
  const clock = clockOn("2026-01-31", {
    events: happened("identity_requested 2026-02-02", "identity_received 2026-02-03", "extend 2026-02-10"),
  });

  it("in Swedish", () => {
    expect(say(clock, "sv").slice(1, 4)).toEqual([
      "En månad från den 31 januari 2026 går ut den 28 februari 2026, månadens sista dag, eftersom månaden har färre än 31 dagar.",
      "Den 10 februari 2026 kom ett besked om att det behövs mer tid, och varför. Tiden är då tre månader från den 31 januari 2026 och går ut den 30 april 2026, månadens sista dag, eftersom månaden har färre än 31 dagar.",
      "Den 2 februari 2026 frågade vi vem begäran kommer från, och den 3 februari 2026 gick tiden vidare. Den stod stilla i en dag, så den sista dagen flyttas till den 1 maj 2026.",
    ]);
  });

  it("in English", () => {
    expect(say(clock, "en").slice(1, 4)).toEqual([
      "One month from 31 January 2026 ends on 28 February 2026, the last day of that month, because it has fewer than 31 days.",
      "On 10 February 2026 a notice said that more time is needed, and why. The time is then three months from 31 January 2026, which ends on 30 April 2026, the last day of that month, because it has fewer than 31 days.",
      "On 2 February 2026 we asked who the request comes from, and on 3 February 2026 the time went on. It was paused for one day, so the last day moves to 1 May 2026.",
    ]);
  });
});

it("writes the years of a calendar as years", () => {
  const clock = clockOn("2026-03-05", { calendar: { ...calendarOf("SE"), toYear: 2025 } });
  expect(say(clock, "en").at(-1)).toBe(
    "Our list of public holidays for SE covers the years 2019 to 2025. We therefore work to 5 April 2026, which holds in any case.",
  );
});

it("says the days left and late", () => {
  expect([0, 1, 3].map((days) => translator("sv", "clock")("daysLeft", { days }))).toEqual([
    "Sista dagen i dag",
    "1 dag kvar",
    "3 dagar kvar",
  ]);
  expect([1, 2].map((days) => translator("en", "clock")("daysLate", { days }))).toEqual([
    "1 day late",
    "2 days late",
  ]);
});
