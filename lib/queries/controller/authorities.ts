import { authoriseAnybody, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { allAuthorities, authorityBySlug } from "@/lib/db/authority";
import type { Authority } from "@/lib/domain/controller/settings";

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

/** The authority that the controller names in its notices, or null; anybody may know it. */
export async function authorityOfController(ctx: Ctx): Promise<Authority | null> {
  authoriseAnybody(ctx);
  return authorityBySlug(ctx.controller.settings.authority);
}
