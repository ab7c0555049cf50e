import type { Translate } from "@/lib/i18n/translator";
import type { HistoryLine, LoggedActor } from "@/lib/queries/request/history";

/** What every sentence about an event may name; a fact that a line does not have is an empty word. */
const BLANK = {
  after: "none",
  because: "",
  before: "none",
  by: "",
  cause: "",
  channel: "",
  due: "",
  event: "",
  from: "",
  ground: "",
  kind: "",
  late: "false",
  lines: 0,
  names: "true",
  on: "",
  outcome: "",
  ownWork: 0,
  region: "",
  requests: 0,
  result: "",
  right: "",
  source: "",
  task: "",
  to: "none",
  version: "",
  void: "false",
  what: "",
  workAfter: "none",
  workBefore: "none",
} as const;

/** Facts that are codes, and where their words are. */
const CODES: Readonly<Record<string, readonly [namespace: "staff" | "letter", prefix: string]>> = {
  because: ["staff", "request.task.ground"],
  channel: ["staff", "request.channel"],
  ground: ["staff", "request.flags.ground"],
  kind: ["staff", "request.notices.kind"],
  outcome: ["letter", "outcome"],
  right: ["letter", "right"],
  source: ["staff", "request.task.source"],
  task: ["staff", "request.task.kind"],
  what: ["staff", "request.record.kind"],
};

/** What happened, in words. */
export function eventSentence({ type, facts }: HistoryLine, staff: Translate, letter: Translate): string {
  const values: Record<string, string | number> = { ...BLANK };
  for (const [name, fact] of Object.entries(facts)) {
    if (fact === null || typeof fact === "object" || !(name in BLANK)) continue;
    const code = CODES[name];
    const say = code?.[0] === "letter" ? letter : staff;
    if (code) values[name] = say(`${code[1]}.${fact}`);
    else values[name] = typeof fact === "number" ? fact : String(fact);
  }
  return staff(`event.${type}`, values);
}

/** Who did it, in words. */
export function actorWords({ kind, name, seed }: LoggedActor, staff: Translate): string {
  const said = name ?? staff(`actor.${kind}`);
  return seed ? staff("actor.seed", { name: said }) : said;
}
