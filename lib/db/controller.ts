import { type ControllerSettings, settingsFrom } from "@/lib/domain/controller/settings";
import { db, type Tx } from "./client";

declare const minted: unique symbol;

/**
 * Proof that an act belongs to one existing controller, with its settings as they are now. Only this
 * file makes one (from a slug, a session, a job or an id), so a raw id can never be taken for it.
 */
export type Controller = {
  readonly [minted]: true;
  readonly id: string;
  readonly slug: string;
  readonly settingsVersion: number;
  readonly settings: ControllerSettings;
};

type Row = { id: string; slug: string; settingsVersion: number };

async function mint(tx: Tx, row: Row | null): Promise<Controller | null> {
  if (!row) return null;
  const settings = await settingsOf(tx, row);
  return { id: row.id, slug: row.slug, settingsVersion: row.settingsVersion, settings } as Controller;
}

/** A version of settings never changes once committed, so the newest one of a controller may stay in memory. */
const known = new Map<string, { readonly version: number; readonly settings: ControllerSettings }>();

async function settingsOf(tx: Tx, { id, settingsVersion: version }: Row): Promise<ControllerSettings> {
  const kept = known.get(id);
  if (kept?.version === version) return kept.settings;
  const found = await tx.controllerSettings.findUniqueOrThrow({
    where: { controllerId_version: { controllerId: id, version } },
  });
  const settings = settingsFrom(found.settings);
  // What a transaction has written may still be taken back.
  if (tx === db()) known.set(id, { version, settings });
  return settings;
}

export async function controllerById(id: string, tx: Tx = db()): Promise<Controller | null> {
  return mint(tx, await tx.controller.findUnique({ where: { id } }));
}

export async function controllerBySlug(slug: string, tx: Tx = db()): Promise<Controller | null> {
  return mint(tx, await tx.controller.findUnique({ where: { slug } }));
}

/** Where an old slug leads now, or null. */
export async function currentSlug(oldSlug: string): Promise<string | null> {
  const old = await db().controllerSlug.findUnique({ where: { slug: oldSlug } });
  if (!old) return null;
  return (await db().controller.findUnique({ where: { id: old.controllerId } }))?.slug ?? null;
}

/** Every controller of the installation, oldest first. */
export async function allControllers(tx: Tx = db()): Promise<Controller[]> {
  const rows = await tx.controller.findMany({ orderBy: { createdAt: "asc" } });
  return Promise.all(rows.map(async (row) => (await mint(tx, row)) as Controller));
}
