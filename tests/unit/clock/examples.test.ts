import { answerCases } from "@/lib/cli/clock-cases";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Readings } from "@/lib/domain/law/readings";
import examples from "./examples.json";

type Example = {
  readonly id: string;
  readonly holidayPolicy: string;
  readonly expectedDue: string | null;
  readonly expectedNominal: string | null;
  readonly why: string;
  readonly confidence: string;
  readonly expectedStatus?: string;
  readonly expectedExtensionNoticeBy?: string;
  readonly expectedAckBy?: string;
  readonly dueEndExclusiveUtc?: string;
  readonly altDue?: readonly { readonly reading: string; readonly due: string }[];
};

const ALL: readonly Example[] = examples;

type Setting = { readonly holidayPolicy?: HolidayPolicy; readonly readings?: Readings };

/** The setting of ours under which each other reading is computed. */
const SETTING_OF: Readonly<Record<string, Setting>> = {
  "statutory policy (Atw art. 3(2) equates Good Friday)": { holidayPolicy: "statutory" },
  "statutory policy, laki 150/1930 s.5": { holidayPolicy: "statutory" },
  "statutory policy, lag 1930:173 s.2": { holidayPolicy: "statutory" },
  "statutory policy": { holidayPolicy: "statutory" },
  "official policy": { holidayPolicy: "official" },
  "treat half-day as holiday": { readings: { halfDays: "holidays" } },
  "restart at receipt of identity": { readings: { identity: "restarts" } },
  "inclusive count (8 days)": { readings: { pauseLength: "both_days" } },
  "notice period not suspended: extension invalid": { readings: { extensionNotice: "first_period" } },
  "pause for every right": { readings: { clarification: "every_right" } },
};

/** What `npm run clock` answers, by id. */
function answersTo(cases: readonly object[]): Readonly<Record<string, Record<string, unknown>>> {
  const answers: { id: string }[] = JSON.parse(answerCases(JSON.stringify(cases)));
  return Object.fromEntries(answers.map((answer) => [answer.id, answer]));
}

describe("the worked examples", () => {
  const answers = answersTo(ALL);

  it("has all of them, of which 43 are settled", () => {
    expect(ALL).toHaveLength(61);
    expect(ALL.filter(({ confidence }) => confidence === "settled")).toHaveLength(43);
    expect(Object.values(answers).filter(({ status }) => status === "unsupported")).toEqual([]);
  });

  it.each(ALL)("$id: $why", (example) => {
    expect(answers[example.id]).toMatchObject({
      due: example.expectedDue,
      nominal: example.expectedNominal,
      status: example.expectedStatus ?? "running",
      ...(example.expectedExtensionNoticeBy === undefined
        ? {}
        : { extensionNoticeBy: example.expectedExtensionNoticeBy }),
      ...(example.expectedAckBy === undefined ? {} : { ackBy: example.expectedAckBy }),
      ...(example.dueEndExclusiveUtc === undefined ? {} : { dueEndExclusiveUtc: example.dueEndExclusiveUtc }),
    });
  });
});

describe("the same examples under the other setting", () => {
  const other = ALL.flatMap((example) =>
    (example.altDue ?? []).map(({ reading, due }) => ({ example, reading, due, id: example.id })),
  );

  it("has a setting for every reading", () => {
    expect(other).toHaveLength(10);
    expect(other.filter(({ reading }) => SETTING_OF[reading] === undefined)).toEqual([]);
  });

  it.each(other)("$id: $reading", ({ example, reading, due }) => {
    expect(answersTo([{ ...example, ...SETTING_OF[reading] }])[example.id]).toMatchObject({ due });
  });
});
