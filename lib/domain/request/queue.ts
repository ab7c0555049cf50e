import type { RequestState } from "@/lib/domain/request/state";

/** The ready-made views of the queue, in the order in which they are offered. */
export const QUEUE_VIEWS = [
  "open",
  "overdue",
  "due_week",
  "unassigned",
  "mine",
  "tasks",
  "approval",
  "waiting",
  "replied",
  "unconfirmed",
  "notices",
  "closed",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Rows of one page. */
export const PAGE_ROWS = 50;

/** Counts are exact up to here; beyond, only that there are more. */
export const COUNTED = 999;

/** "Due this week": today and so many days more. */
export const DUE_SOON_DAYS = 7;

/** Where a request stands, in the words of the desk. */
export const STANDINGS = [
  "open",
  "waiting",
  "replied",
  "awaiting_approval",
  "answer_pending",
  "closed",
] as const;
export type Standing = (typeof STANDINGS)[number];

type Facts = {
  readonly state: RequestState;
  readonly waitingSince: Date | null;
  readonly repliedAt: Date | null;
};

/** Where a request stands: waiting is for the requester, a reply waits for us. */
export function standingOf({ state, waitingSince, repliedAt }: Facts): Standing {
  if (state !== "open") return state;
  if (waitingSince) return "waiting";
  return repliedAt ? "replied" : "open";
}
