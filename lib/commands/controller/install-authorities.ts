import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { allAuthorities, lockAuthorities, type StoredAuthority, saveAuthority } from "@/lib/db/authority";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import type { Authority } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import shipped from "@/prisma/data/authorities.json";

/** The list of supervisory authorities that comes with this version of Habeas. */
export type ShippedAuthorities = {
  readonly version: number;
  readonly authorities: readonly Authority[];
};

const SHIPPED: ShippedAuthorities = {
  version: shipped.version,
  authorities: shipped.authorities.map(({ slug, countries, name, address, phone, email, web }) => ({
    ...{ slug, countries, name, address, phone, email, web },
    datedOn: shipped.datedOn as IsoDate,
  })),
};

/**
 * Fills the table of authorities and brings it up to a newer shipped list. What an administrator edited
 * stays as it is. Run at every start: a second run finds nothing to do.
 * @returns the slugs that were written
 * @throws Refused not_allowed
 */
export async function installAuthorities(
  ctx: InstallationCtx,
  list: ShippedAuthorities = SHIPPED,
): Promise<readonly string[]> {
  authoriseSetup(ctx);
  const installed = transact(ctx, async ({ tx, audit }) => {
    await lockAuthorities(tx);
    const known = new Map((await allAuthorities(tx)).map((stored) => [stored.authority.slug, stored]));
    const due = list.authorities.filter(({ slug }) => isOlder(known.get(slug), list.version));
    if (due.length === 0) throw new NothingToDo();
    const of = { seedVersion: list.version, at: ctx.now() };
    for (const authority of due) await saveAuthority(tx, authority, of);
    const slugs = due.map(({ slug }) => slug);
    audit({ type: "authority.changed", facts: { list: list.version, slugs } });
    return slugs;
  });
  return (await orNothing(installed)) ?? [];
}

/** Not there yet, or taken unedited from an older list. */
function isOlder(stored: StoredAuthority | undefined, version: number): boolean {
  if (!stored) return true;
  return stored.seedVersion !== null && stored.seedVersion < version;
}
