import { onInstallation, refusedBecause } from "@/lib/commands/access/colleague";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import {
  controllersNaming,
  lockAuthorities,
  storedAuthority,
  saveAuthority as writeAuthority,
} from "@/lib/db/authority";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { type AuthorityField, changedAuthority } from "@/lib/domain/controller/changed-authority";
import { Refused } from "@/lib/domain/kernel/refusal";
import { saveAuthorityInput } from "@/lib/schemas/controller/authority";
import { parse } from "@/lib/schemas/parse";

/**
 * Corrects what the installation knows about a supervisory authority. The table is shared: every controller that names
 * the authority says the new words from now on, which each of their logs tells, and a newer shipped list no longer
 * changes them.
 * @returns the authority, and the names of the fields that changed; none if what is kept says the same already
 * @throws Refused not_signed_in, not_allowed, bad_input (also for a day that has not come yet in the controller's zone),
 * not_found, changed_meanwhile (with the names of what is kept now and differs from what was typed)
 */
export async function saveAuthority(
  ctx: Ctx,
  typed: unknown,
): Promise<{ readonly slug: string; readonly changed: readonly AuthorityField[] }> {
  authoriseStaff(ctx, "settings.write");
  const { slug, version, ...details } = parse(saveAuthorityInput, typed);
  const today = localDate(ctx.now().toISOString(), ctx.controller.settings.zone);
  if (details.datedOn > today) throw refusedBecause("dateAhead", "datedOn");
  const saved = transact(onInstallation(ctx), async ({ tx, audit }) => {
    await lockAuthorities(tx);
    const stored = await storedAuthority(slug, tx);
    if (!stored) throw new Refused({ code: "not_found" });
    const authority = { ...stored.authority, ...details };
    const changed = changedAuthority(stored.authority, authority);
    if (changed.length === 0) throw new NothingToDo();
    if (stored.version !== version) {
      throw new Refused({ code: "changed_meanwhile", version: stored.version, changed });
    }
    await writeAuthority(tx, authority, { seedVersion: null, at: ctx.now() });
    const facts = { slugs: [slug], version: version + 1, changed, controller: ctx.controller.id };
    audit({ type: "authority.changed", facts });
    for (const id of await controllersNaming(tx, slug)) audit({ type: "authority.changed", facts }, id);
    return changed;
  });
  return { slug, changed: (await orNothing(saved)) ?? [] };
}
