import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockController, saveSlug } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { changeSlugInput } from "@/lib/schemas/controller/settings";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives the controller another address. Every address it ever had keeps leading to it, and can never be another's.
 * @throws Refused not_allowed, bad_input
 */
export async function changeSlug(ctx: Ctx, typed: unknown): Promise<{ readonly slug: string }> {
  authoriseStaff(ctx, "settings.write");
  const { slug } = parse(changeSlugInput, typed);
  if (slug === ctx.controller.slug) return { slug };
  return transact(ctx, async ({ tx, audit }) => {
    const { slug: from } = await lockController(tx, ctx.controller.id);
    if (!(await saveSlug(tx, ctx.controller.id, slug, ctx.now()))) {
      throw new Refused({ code: "bad_input", issues: [{ field: "slug", message: "slugTaken" }] });
    }
    audit({ type: "controller.slug_changed", subject: ctx.controller.id, facts: { from, to: slug } });
    return { slug };
  });
}
