/** A page says a code of a closed list by its words: every code has them, or the page is a fault. */

import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { CLARIFICATION_REASONS } from "@/lib/domain/clock/stops-clock";
import { CLOCK_EVENT_TYPES } from "@/lib/domain/clock/types";
import { OUTCOMES } from "@/lib/domain/decision/answer";
import { DPO_APPROVES } from "@/lib/domain/decision/approval";
import { PARTS } from "@/lib/domain/decision/complaint-judge";
import { OVERTAKEN_GROUNDS, TASK_GROUNDS, TASK_KINDS } from "@/lib/domain/decision/task";
import { ASSESSMENT_STATES } from "@/lib/domain/fee/approval";
import { ASSESSMENT_MISSING, PROPOSALS } from "@/lib/domain/fee/assessment";
import { FEE_STATES } from "@/lib/domain/fee/fee";
import { METHODS, RESULTS } from "@/lib/domain/identity/check";
import { ENTERED_CHANNELS, VERIFIED_HOW } from "@/lib/domain/intake/filing";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { HOLIDAY_POLICIES } from "@/lib/domain/law/calendar";
import { OWN_DAY_CHANGES } from "@/lib/domain/law/own-days";
import { NOTICE_KINDS } from "@/lib/domain/notice/kinds";
import { NEXT_STEPS } from "@/lib/domain/request/next-steps";
import { QUEUE_VIEWS, STANDINGS } from "@/lib/domain/request/queue";
import { REOPENING_SOURCES } from "@/lib/domain/request/reopening";
import { CATALOGUE, type Messages } from "@/lib/i18n/catalogue";

const LISTS: readonly (readonly [
  namespace: keyof (typeof CATALOGUE)["en"],
  prefix: string,
  codes: readonly string[],
])[] = [
  ["timing", "event", CLOCK_EVENT_TYPES],
  ["timing", "eventState", ["pending", "void", "superseded", "needless", "effective", "without"]],
  ["timing", "way", ANSWER_WAYS],
  ["timing", "category", CLARIFICATION_REASONS],
  ["timing", "reason", EXTENSION_REASONS],
  ["timing", "calendar.change", OWN_DAY_CHANGES],
  ["timing", "calendar.run", ["applying", "done", "superseded"]],
  ["timing", "calendar.because", ["settings", "own_day", "behind"]],
  ["timing", "box.policy", HOLIDAY_POLICIES],
  ["staff", "queue.view", QUEUE_VIEWS],
  ["staff", "queue.standing", STANDINGS],
  ["staff", "request.next", NEXT_STEPS],
  ["staff", "request.notices.kind", NOTICE_KINDS],
  ["staff", "request.task.kind", TASK_KINDS],
  ["staff", "request.task.ground", [...TASK_GROUNDS, ...OVERTAKEN_GROUNDS]],
  ["staff", "request.task.source", REOPENING_SOURCES],
  ["staff", "right", RIGHTS],
  ["letter", "right", RIGHTS],
  ["letter", "outcome", OUTCOMES],
  ["tasks", "kind", TASK_KINDS],
  ["tasks", "means", TASK_KINDS],
  ["tasks", "ground", [...TASK_GROUNDS, ...OVERTAKEN_GROUNDS]],
  ["fee", "feeState", FEE_STATES],
  ["fee", "state", ASSESSMENT_STATES],
  ["fee", "proposal", PROPOSALS],
  ["fee", "assess.missing", ASSESSMENT_MISSING],
  ["register", "entry.channels", ENTERED_CHANNELS],
  ["register", "verify.how", VERIFIED_HOW],
  ["identity", "method", METHODS],
  ["identity", "result", RESULTS],
  ["staffAccess", "settings.approvals", DPO_APPROVES],
  ["tasks", "judge.part", PARTS],
];

function textAt(messages: string | Messages | undefined, path: string): string | Messages | undefined {
  return path
    .split(".")
    .reduce<string | Messages | undefined>(
      (at, name) => (typeof at === "object" ? at[name] : undefined),
      messages,
    );
}

test.each(LANGUAGES)("every code that a page can meet has its words in %s", (language) => {
  const missing = LISTS.flatMap(([namespace, prefix, codes]) =>
    codes
      .map((code) => `${prefix}.${code}`)
      .filter((path) => typeof textAt(CATALOGUE[language][namespace], path) !== "string")
      .map((path) => `${namespace} ${path}`),
  );
  expect(missing).toEqual([]);
});
