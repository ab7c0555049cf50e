import { type ControllerSettings, settingsFrom } from "@/lib/domain/controller/settings";
import { db, type Tx } from "./client";

/** One version of a controller's settings, with when and by whom it was saved. */
export type SettingsVersion = {
  readonly version: number;
  readonly settings: ControllerSettings;
  readonly createdAt: Date;
  /** "staff:<id>", "setup". */
  readonly createdBy: string;
};

export type NewSettings = {
  readonly controllerId: string;
  readonly version: number;
  readonly settings: ControllerSettings;
  readonly at: Date;
  readonly by: string;
};

async function addVersion(tx: Tx, { controllerId, version, settings, at, by }: NewSettings): Promise<void> {
  await tx.controllerSettings.createMany({
    data: [{ controllerId, version, settings: settings as object, createdAt: at, createdBy: by }],
  });
}

/** Writes a new controller with version 1 of its settings. Fails with a broken unique rule if the slug was ever used. */
export async function addController(tx: Tx, slug: string, first: NewSettings): Promise<void> {
  const { controllerId: id, version, at } = first;
  await tx.controller.createMany({ data: [{ id, slug, settingsVersion: version, createdAt: at }] });
  await tx.controllerSlug.createMany({ data: [{ slug, controllerId: id, createdAt: at }] });
  await addVersion(tx, first);
}

/** Takes the controller's row until commit and returns the version of its settings and its slug. */
export async function lockController(
  tx: Tx,
  id: string,
): Promise<{ readonly slug: string; readonly version: number }> {
  const [found] = await tx.$queryRaw<{ slug: string; version: number }[]>`
    select "slug", "settingsVersion" as "version" from "Controller" where "id" = ${id}::uuid for update`;
  if (!found) throw new Error(`controller ${id} is gone`);
  return found;
}

/** Keeps the next version and makes it the one in force. */
export async function saveSettingsVersion(tx: Tx, next: NewSettings): Promise<void> {
  await addVersion(tx, next);
  await tx.controller.update({ where: { id: next.controllerId }, data: { settingsVersion: next.version } });
}

/** Gives the controller another slug; every earlier one keeps leading to it. False if the slug is another's. */
export async function saveSlug(tx: Tx, controllerId: string, slug: string, at: Date): Promise<boolean> {
  await tx.$executeRaw`
    insert into "ControllerSlug" ("slug", "controllerId", "createdAt") values (${slug}, ${controllerId}::uuid, ${at})
    on conflict do nothing`;
  const held = await tx.controllerSlug.findUnique({ where: { slug } });
  if (held?.controllerId !== controllerId) return false;
  await tx.controller.update({ where: { id: controllerId }, data: { slug } });
  return true;
}

/** One version, or null. */
export async function settingsVersion(
  controllerId: string,
  version: number,
  tx: Tx = db(),
): Promise<SettingsVersion | null> {
  const row = await tx.controllerSettings.findUnique({
    where: { controllerId_version: { controllerId, version } },
  });
  return row && { ...row, settings: settingsFrom(row.settings) };
}

/** The newest versions, newest first, at most `count`. */
export async function newestSettings(
  controllerId: string,
  count: number,
  tx: Tx = db(),
): Promise<SettingsVersion[]> {
  const rows = await tx.controllerSettings.findMany({
    where: { controllerId },
    orderBy: { version: "desc" },
    take: count,
  });
  return rows.map((row) => ({ ...row, settings: settingsFrom(row.settings) }));
}
