import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { activityVersions, addActivityVersion } from "@/lib/db/activity";
import { lockController } from "@/lib/db/settings";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { type Activity, changedActivity } from "@/lib/domain/controller/activity";
import { activityGaps } from "@/lib/domain/controller/activity-gaps";
import { Refused } from "@/lib/domain/kernel/refusal";
import { saveActivityInput } from "@/lib/schemas/controller/activity";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps the next version of an activity in the controller's register of processing (GDPR Art. 15(1)-(2), 30(1)): new,
 * changed, ended (active false) or begun again. Answers that were written from an earlier version stay as they are.
 * @returns the version now in force; the one there was if nothing differs
 * @throws Refused not_signed_in, not_allowed, bad_input (also for what a person reads and a language of the controller
 * lacks), not_found, changed_meanwhile (with the names of the fields that somebody else changed)
 */
export async function saveActivity(ctx: Ctx, typed: unknown): Promise<{ readonly version: number }> {
  authoriseStaff(ctx, "processing.write");
  const { id, version, active, activity: input } = parse(saveActivityInput, typed);
  const activity: Activity = input;
  const issues = activityGaps(activity, ctx.controller.settings.languages);
  if (issues.length > 0) throw new Refused({ code: "bad_input", issues });
  const saved = transact(ctx, async ({ tx, audit }) => {
    await lockController(tx, ctx.controller.id);
    const versions = await activityVersions(ctx.controller.id, id, tx);
    const [now] = versions;
    if (!now && version !== 0) throw new Refused({ code: "not_found" });
    const changed = now ? changedActivity(now.activity, activity) : [];
    if (now && changed.length === 0 && now.active === active) throw new NothingToDo();
    if (now && now.version !== version) {
      const base = versions.find((each) => each.version === version)?.activity ?? activity;
      throw new Refused({
        code: "changed_meanwhile",
        version: now.version,
        changed: changedActivity(base, now.activity),
      });
    }
    const next = {
      id,
      version: version + 1,
      active,
      activity,
      createdAt: ctx.now(),
      createdBy: actorOf(ctx),
    };
    await addActivityVersion(tx, ctx.controller.id, next);
    audit({ type: "processing.changed", subject: id, facts: { version: next.version, active, changed } });
    return next.version;
  });
  return { version: (await orNothing(saved)) ?? version };
}
