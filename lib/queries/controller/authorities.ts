import { authoriseAnybody, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { allAuthorities, authorityBySlug, storedAuthority } from "@/lib/db/authority";
import { may } from "@/lib/domain/access/access";
import { localDate } from "@/lib/domain/clock/dates";
import type { Authority } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The authorities an administrator can choose from: those of the controller's country first, then all
 * others by country and name.
 * @throws Refused not_signed_in, not_allowed
 */
export async function authoritiesToChoose(ctx: Ctx): Promise<readonly Authority[]> {
  authoriseStaff(ctx, "settings.read");
  const { country } = ctx.controller.settings;
  const distance = (authority: Authority) => (authority.countries.includes(country) ? 0 : 1);
  return (await allAuthorities())
    .map(({ authority }) => authority)
    .sort((a, b) => distance(a) - distance(b) || order(a, b));
}

function order(a: Authority, b: Authority): number {
  const [left, right] = [`${a.countries[0]} ${a.name}`, `${b.countries[0]} ${b.name}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

export type AuthorityView = {
  readonly authority: Authority;
  readonly version: number;
  /** False while it stands as the shipped list has it. */
  readonly edited: boolean;
  /** True for the one that the controller names. */
  readonly own: boolean;
  readonly mayWrite: boolean;
  /** In the controller's zone. */
  readonly today: IsoDate;
};

/**
 * What the installation knows about an authority.
 * @param slug the authority; the one that the controller names when left out
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function authorityView(ctx: Ctx, slug?: string): Promise<AuthorityView> {
  const actor = authoriseStaff(ctx, "settings.read");
  const { settings } = ctx.controller;
  const stored = await storedAuthority(slug ?? settings.authority);
  if (!stored) throw new Refused({ code: "not_found" });
  const { authority, version, seedVersion } = stored;
  return {
    authority,
    version,
    edited: seedVersion === null,
    own: authority.slug === settings.authority,
    mayWrite: may(actor.roles, "settings.write"),
    today: localDate(ctx.now().toISOString(), settings.zone),
  };
}

/** The authority that the controller names in its notices, or null; anybody may know it. */
export async function authorityOfController(ctx: Ctx): Promise<Authority | null> {
  authoriseAnybody(ctx);
  return authorityBySlug(ctx.controller.settings.authority);
}
