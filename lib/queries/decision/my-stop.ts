import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, openWho } from "@/lib/db/filing";
import type { RightsRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { suppressedSince } from "@/lib/db/suppression";
import { openTaskProof, type TaskState, tasksOf } from "@/lib/db/task";
import { localDate } from "@/lib/domain/clock/dates";
import { isStop, type TaskKind } from "@/lib/domain/decision/task";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";

/** What became of an objection to direct marketing or a withdrawn consent (GDPR Art. 7(3), 21(3)). */
export type MyStop = {
  readonly kind: TaskKind;
  /** When it reached us: from then on it has to end. */
  readonly notedAt: IsoInstant;
  readonly state: TaskState;
  readonly dueOn: IsoDate;
  /** It should have been done already. */
  readonly late: boolean;
  /** From which day it was stopped, as whoever stopped it recorded; null before. */
  readonly stoppedOn: IsoDate | null;
  /** Since when the address is kept on the suppression list; null where it is not. */
  readonly keptSince: IsoInstant | null;
};

/**
 * The stop of a requester's own request; null where there is none. The caller has authorised the requester and asked the
 * release gate.
 */
export async function myStop(
  request: RightsRequest,
  filing: Filing,
  key: DataKeyHandle,
  now: Date,
): Promise<MyStop | null> {
  const stop = (await tasksOf(request.controllerId, request.id)).filter(({ kind }) => isStop(kind)).at(-1);
  if (!stop) return null;
  const kept = request.right === "marketing_objection" ? await ownSuppression(filing) : null;
  return {
    ...{ kind: stop.kind, state: stop.state, dueOn: stop.dueOn },
    late: localDate(now.toISOString(), filing.zone) > stop.dueOn,
    notedAt: request.receivedAt.toISOString() as IsoInstant,
    stoppedOn: stop.state === "done" ? (openTaskProof(key, stop)?.on ?? null) : null,
    keptSince: (kept?.toISOString() ?? null) as IsoInstant | null,
  };
}

/** The address of a representative says nothing about the person. */
async function ownSuppression(filing: Filing): Promise<Date | null> {
  const who = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  return who.onBehalf === "self" ? suppressedSince(filing.controllerId, filing.id) : null;
}
