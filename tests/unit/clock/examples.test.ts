import { buildCalendar } from "@/lib/adapters/holidays";
import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock, ClockEvent } from "@/lib/domain/clock/types";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import { profileById } from "@/lib/domain/law/profile";
import examples from "./examples.json";

type Example = {
  readonly id: string;
  readonly profile: string;
  readonly region: string;
  readonly holidayPolicy: string;
  readonly tz: string;
  readonly right: string;
  readonly received: string;
  readonly events: readonly { readonly type: string; readonly at: string }[];
  readonly expectedDue: string;
  readonly expectedNominal: string;
  readonly why: string;
  readonly expectedStatus?: string;
  readonly expectedExtensionNoticeBy?: string;
  readonly dueEndExclusiveUtc?: string;
  readonly altDue?: readonly { readonly reading: string; readonly due: string }[];
};

const ALL: readonly Example[] = examples;

/** Readings that are a setting of ours, and that setting. The other readings are refused; docs/law.md says why. */
const READING_POLICY: Readonly<Record<string, HolidayPolicy>> = {
  "statutory policy (Atw art. 3(2) equates Good Friday)": "statutory",
  "statutory policy, laki 150/1930 s.5": "statutory",
  "statutory policy, lag 1930:173 s.2": "statutory",
  "statutory policy": "statutory",
  "official policy": "official",
};

function clockOf(example: Example, policy: string): Clock {
  const profile = profileById(example.profile);
  if (profile === null) throw new Error(`no profile ${example.profile}`);
  const right = example.right === "objection_direct_marketing" ? "marketing_objection" : example.right;
  if (!RIGHTS.some((each) => each === right)) throw new Error(`no right ${right}`);
  return computeClock({
    profile,
    calendar: buildCalendar(example.region, 2025, 2030),
    holidayPolicy: policy as HolidayPolicy,
    receivedAt: example.received,
    zone: example.tz,
    right: right as Right,
    events: example.events.map(({ type, at }) => ({ type: type as ClockEvent["type"], occurredAt: at })),
    targetDaysBefore: 7,
  });
}

describe("the worked examples", () => {
  it("has every example of the GDPR", () => expect(ALL).toHaveLength(39));

  it.each(ALL)("$id: $why", (example) => {
    const clock = clockOf(example, example.holidayPolicy);
    expect(clock.statutory).toBe(example.expectedDue);
    expect(clock.nominal).toBe(example.expectedNominal);
    expect(clock.status).toBe(example.expectedStatus ?? "running");
    if (example.expectedExtensionNoticeBy !== undefined) {
      expect(clock.extensionNoticeBy).toBe(example.expectedExtensionNoticeBy);
    }
    if (example.dueEndExclusiveUtc !== undefined) {
      expect(clock.dueEndExclusive).toBe(example.dueEndExclusiveUtc.replace("Z", ".000Z"));
    }
  });
});

describe("the same examples under the other setting", () => {
  const other = ALL.flatMap((example) =>
    (example.altDue ?? []).flatMap(({ reading, due }) => {
      const policy = READING_POLICY[reading];
      return policy === undefined ? [] : [{ example, policy, due, id: example.id, reading }];
    }),
  );

  it("has every reading that is a setting", () => expect(other).toHaveLength(5));

  it.each(other)("$id: $reading", ({ example, policy, due }) => {
    expect(clockOf(example, policy).statutory).toBe(due);
  });
});
