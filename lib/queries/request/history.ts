import { eventsAbout, type LoggedEvent } from "@/lib/db/audit-log";
import { staffNames } from "@/lib/db/staff";
import type { AuditEventType, AuditFact } from "@/lib/domain/audit/events";
import type { IsoInstant } from "@/lib/domain/kernel/date";

/** Who did it. `name` only of staff; demo data says that it was invented. */
export type LoggedActor = {
  readonly kind: "staff" | "requester" | "public" | "system" | "setup";
  readonly name: string | null;
  readonly seed: boolean;
};

/** One line of the log, ready to be put into words. Ids of staff among the facts are their names. */
export type HistoryLine = {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly type: AuditEventType;
  readonly actor: LoggedActor;
  readonly facts: Readonly<Record<string, AuditFact>>;
};

const KINDS = ["staff", "requester", "public", "system", "setup"] as const;
const MOST_LINES = 300;

/** What the log says about a request, its filing and its notices, oldest first. */
export async function historyOf(
  controllerId: string,
  about: { readonly requestId: string; readonly subjectIds: readonly string[] },
): Promise<readonly HistoryLine[]> {
  return inNames(await eventsAbout(controllerId, about, MOST_LINES));
}

/** Events with the names of the staff who did them. */
export async function inNames(events: readonly LoggedEvent[]): Promise<readonly HistoryLine[]> {
  const ids = events.flatMap((event) => [idOf(event.actor), event.facts.from, event.facts.to].filter(isId));
  const names = await staffNames(ids);
  return events.map(({ seq, at, type, actor, facts }) => ({
    seq,
    at: at.toISOString() as IsoInstant,
    type,
    actor: actorOf(actor, names),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, isId(fact) ? (names.get(fact) ?? fact) : fact]),
    ),
  }));
}

function actorOf(actor: string, names: ReadonlyMap<string, string>): LoggedActor {
  const [prefix = "", id = ""] = actor.split(":");
  const seed = prefix === "seed";
  const name = names.get(id) ?? null;
  const said = KINDS.find((kind) => kind === (seed ? id : prefix));
  return { kind: said ?? (name === null ? "requester" : "staff"), name, seed };
}

function idOf(actor: string): string {
  return actor.split(":")[1] ?? "";
}

function isId(fact: unknown): fact is string {
  return typeof fact === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fact);
}
