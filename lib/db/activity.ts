import type { Activity } from "@/lib/domain/controller/activity";
import { db, type Tx } from "./client";

/** An activity of the register with its version. */
export type StoredActivity = {
  readonly id: string;
  readonly version: number;
  /** False once the processing has ended. */
  readonly active: boolean;
  readonly activity: Activity;
  readonly createdAt: Date;
  /** "staff:<id>". */
  readonly createdBy: string;
};

type Row = Omit<StoredActivity, "activity"> & { readonly data: unknown };

function toStored({ id, version, active, data, createdAt, createdBy }: Row): StoredActivity {
  return { id, version, active, activity: data as Activity, createdAt, createdBy };
}

/** The newest version of every activity of a controller, the active ones first, each in the order they were made. */
export async function activitiesOf(controllerId: string, tx: Tx = db()): Promise<StoredActivity[]> {
  const rows = await tx.processingActivity.findMany({
    where: { controllerId },
    orderBy: [{ id: "asc" }, { version: "desc" }],
    distinct: ["id"],
  });
  const order = (one: StoredActivity) => `${one.active ? 0 : 1} ${one.activity.name.en ?? ""}`;
  return rows.map(toStored).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The versions of an activity, newest first; none if it is not this controller's. */
export async function activityVersions(
  controllerId: string,
  id: string,
  tx: Tx = db(),
): Promise<StoredActivity[]> {
  const rows = await tx.processingActivity.findMany({
    where: { controllerId, id },
    orderBy: { version: "desc" },
  });
  return rows.map(toStored);
}

/** Keeps the next version of an activity. Fails with a broken unique rule if somebody was first. */
export async function addActivityVersion(
  tx: Tx,
  controllerId: string,
  { activity, ...rest }: StoredActivity,
): Promise<void> {
  await tx.processingActivity.create({ data: { controllerId, ...rest, data: activity as object } });
}
