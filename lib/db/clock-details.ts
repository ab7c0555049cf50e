import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import type { ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import type { Letter } from "@/lib/domain/notice/letter";
import { db, type Tx } from "./client";
import type { ClockEventState } from "./clock";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** What is said about a clock event in words: never in the log, never in clear. */
export type ClockEventDetails = {
  /** Why a question was needed, or how an answer came and what it said. */
  readonly reason?: string;
  readonly extension?: ExtensionText;
  /** The letter of an extension as it was sent. */
  readonly letter?: Letter;
};

const place = (id: string): Place => ({ table: "ClockEvent", column: "detailsSealed", row: id });

export function sealDetails(
  handle: DataKeyHandle,
  id: string,
  details: ClockEventDetails,
): Uint8Array<ArrayBuffer> {
  return seal(handle, place(id), details);
}

/** A clock event with everything that is kept of it; `details` null for who may not read them, or without any. */
export type ClockLine = ClockEvent & {
  readonly id: string;
  readonly type: ClockEventType;
  readonly state: ClockEventState;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly noticeId: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly details: ClockEventDetails | null;
};

/** Every event of a request's clock, also those that wait, never happened, or were replaced; as recorded, oldest first. */
export async function clockLinesOf(
  controllerId: string,
  requestId: string,
  handle: DataKeyHandle | null,
  tx: Tx = db(),
): Promise<ClockLine[]> {
  const rows = await tx.clockEvent.findMany({
    where: { controllerId, requestId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    type: row.type as ClockEventType,
    state: row.state as ClockEventState,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    noticeId: row.noticeId,
    facts: row.facts as Record<string, string>,
    details:
      handle && row.detailsSealed ? open<ClockEventDetails>(handle, place(row.id), row.detailsSealed) : null,
    ...(row.supersedes ? { supersedes: row.supersedes } : {}),
  }));
}

/** The events of a request that wait for their notice. */
export async function pendingOf(
  tx: Tx,
  controllerId: string,
  requestId: string,
): Promise<readonly { readonly id: string; readonly type: ClockEventType; readonly noticeId: string }[]> {
  const rows = await tx.clockEvent.findMany({ where: { controllerId, requestId, state: "pending" } });
  return rows.map(({ id, type, noticeId }) => ({
    id,
    type: type as ClockEventType,
    noticeId: noticeId as string,
  }));
}
