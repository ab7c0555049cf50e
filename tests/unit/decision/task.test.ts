/** Which tasks follow from a filing and from a decision. Sources: GDPR Art. 5(1)(e), 7(3), 17(2), 18, 19, 20(2), 21, 28(3)(e). */
import { liftingOwed } from "@/lib/domain/decision/lifting";
import {
  groundsOfTask,
  mayRecordDone,
  maySayImpossible,
  OVERTAKEN_GROUNDS,
  overtaken,
  STOP_KINDS,
  TASK_KINDS,
  tasksOfDecision,
  tasksOfFiling,
} from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { RIGHTS } from "@/lib/domain/kernel/right";

const d = (text: string) => text as IsoDate;
const CLOCK = { receivedOn: d("2026-03-05"), target: d("2026-03-09") };
const kinds = (tasks: readonly { kind: string }[]) => tasks.map(({ kind }) => kind);

test("a stop is due by the aim of the clock, and no other right makes one (Art. 7(3), 21(3))", () => {
  expect(tasksOfFiling("marketing_objection", CLOCK)).toMatchObject([
    { kind: "stop_marketing", dueOn: "2026-03-09" },
  ]);
  expect(tasksOfFiling("consent_withdrawal", CLOCK)).toMatchObject([
    { kind: "stop_consent", dueOn: "2026-03-09" },
  ]);
  expect(kinds(tasksOfFiling("objection", CLOCK))).toEqual(["restrict_meanwhile"]);
  const others = RIGHTS.filter(
    (r) => !["marketing_objection", "consent_withdrawal", "objection"].includes(r),
  );
  for (const right of others) expect(tasksOfFiling(right, CLOCK)).toEqual([]);
});

test("each recipient is a task of its own, processors are instructed, publishers told (Art. 19, 28(3)(e), 17(2))", () => {
  const tasks = tasksOfDecision(
    [
      { kind: "tell_recipient", recipient: "Banken", country: "SE", what: "erased" },
      { kind: "tell_recipient", recipient: "Byrån", country: "", what: "erased" },
      { kind: "tell_publisher", publisher: "Sökmotorn" },
      { kind: "erase_later", what: "Fakturor", on: d("2031-01-01") },
    ],
    { right: "erasure", outcome: "granted_in_part", on: d("2026-04-01"), suppressed: false },
  );
  expect(tasks.map(({ kind, facts, dueOn }) => [kind, facts.who || facts.what, dueOn])).toEqual([
    ["tell_recipient", "Banken", "2026-04-08"],
    ["tell_recipient", "Byrån", "2026-04-08"],
    ["tell_publisher", "Sökmotorn", "2026-04-08"],
    ["erase_later", "Fakturor", "2031-01-01"],
    ["instruct_processors", "erased", "2026-04-08"],
  ]);
});

test("a refusal instructs nobody; a suppression that is there is no task; direct transmission and lifting are", () => {
  const of = { on: d("2026-04-01"), suppressed: true };
  expect(tasksOfDecision([], { ...of, right: "erasure", outcome: "refused" })).toEqual([]);
  const marketing = { right: "marketing_objection", outcome: "granted" } as const;
  expect(tasksOfDecision([{ kind: "suppress" }], { ...of, ...marketing })).toEqual([]);
  const none = tasksOfDecision([{ kind: "suppress" }], { ...of, ...marketing, suppressed: false });
  expect(kinds(none)).toEqual(["suppress"]);
  const sent = { right: "portability", outcome: "granted" } as const;
  expect(tasksOfDecision([{ kind: "transmit", to: "Nya banken" }], { ...of, ...sent })).toMatchObject([
    { kind: "transmit", facts: { who: "Nya banken" } },
  ]);
  const lifted = { right: "objection", outcome: "refused" } as const;
  expect(
    kinds(tasksOfDecision([{ kind: "lift_restriction_notice", since: null }], { ...of, ...lifted })),
  ).toEqual(["lift_restriction"]);
});

test("a restriction ends by its notice and never because there is nothing to do (Art. 18(3))", () => {
  expect(groundsOfTask("lift_restriction")).toEqual([]);
  const at = (hour: number) => new Date(Date.UTC(2026, 3, 1, hour));
  const meanwhile = { kind: "restrict_meanwhile", state: "done", createdAt: at(1) } as const;
  const lifting = { kind: "lift_restriction", state: "done", createdAt: at(2) } as const;
  expect(liftingOwed([])).toBe(false);
  expect(liftingOwed([{ ...meanwhile, state: "open" }])).toBe(false);
  expect(liftingOwed([{ ...meanwhile, state: "not_possible" }])).toBe(false);
  expect(liftingOwed([meanwhile])).toBe(true);
  expect(liftingOwed([meanwhile, lifting])).toBe(false);
  const again = { ...meanwhile, createdAt: at(3) };
  expect(liftingOwed([meanwhile, lifting, again])).toBe(true);
  expect(liftingOwed([meanwhile, { ...lifting, state: "open" }, again])).toBe(false);
});

test("a stop never ends because it would be much work; Art. 19 may", () => {
  for (const kind of STOP_KINDS) expect(groundsOfTask(kind)).toEqual(["nothing_there"]);
  expect(maySayImpossible("tell_recipient", "disproportionate")).toBe(true);
  expect(TASK_KINDS.filter((kind) => maySayImpossible(kind, "disproportionate"))).toEqual([
    "tell_recipient",
    "tell_publisher",
  ]);
});

test("only what is done while a request is examined ends with it, and it is not said to be done", () => {
  const dueOn = "2026-04-03" as IsoDate;
  const ending = (kind: (typeof TASK_KINDS)[number], on: string) => overtaken({ kind, dueOn }, on as IsoDate);
  expect(TASK_KINDS.filter((kind) => ending(kind, "2026-04-02"))).toEqual(["restrict_meanwhile"]);
  expect(ending("restrict_meanwhile", "2026-04-03")).toBe("request_ended");
  expect(ending("restrict_meanwhile", "2026-04-04")).toBe("not_in_time");
  expect(mayRecordDone({ state: "open", ground: null })).toBe(true);
  expect(mayRecordDone({ state: "done", ground: null })).toBe(false);
  expect(mayRecordDone({ state: "not_possible", ground: "nothing_there" })).toBe(false);
  for (const ground of OVERTAKEN_GROUNDS) expect(mayRecordDone({ state: "not_possible", ground })).toBe(true);
});
