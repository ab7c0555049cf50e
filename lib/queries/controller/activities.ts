import { randomUUID } from "node:crypto";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { activitiesOf, activityVersions, type StoredActivity } from "@/lib/db/activity";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { Refused } from "@/lib/domain/kernel/refusal";

export type ProcessingRegister = {
  readonly slug: string;
  readonly activities: readonly StoredActivity[];
  readonly mayWrite: boolean;
};

/** The controller's register of processing. @throws Refused not_signed_in, not_allowed */
export async function processingRegister(ctx: Ctx): Promise<ProcessingRegister> {
  const { roles } = authoriseStaff(ctx, "processing.read");
  return {
    slug: ctx.controller.slug,
    activities: await activitiesOf(ctx.controller.id),
    mayWrite: may(roles, "processing.write"),
  };
}

/** One activity, and how it came to be as it is. */
export type ActivityView = {
  /** Of the activity, or the one that a new one is kept under. */
  readonly id: string;
  /** The newest version; null for one that is not there yet. */
  readonly stored: StoredActivity | null;
  readonly mayWrite: boolean;
  /** Newest first; the name is null for the command line. */
  readonly history: readonly { readonly version: number; readonly at: string; readonly by: string | null }[];
};

/**
 * One activity of the register.
 * @param id left out for a new one
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function activityView(ctx: Ctx, id?: string): Promise<ActivityView> {
  const { roles } = authoriseStaff(ctx, "processing.read");
  const mayWrite = may(roles, "processing.write");
  if (id === undefined) return { id: randomUUID(), stored: null, mayWrite, history: [] };
  const versions = UUID.test(id) ? await activityVersions(ctx.controller.id, id) : [];
  const [stored] = versions;
  if (!stored) throw new Refused({ code: "not_found" });
  const idOf = (by: string) => /^(?:staff|seed):([0-9a-f-]{36})$/.exec(by)?.[1] ?? "";
  const names = await staffNames(versions.map(({ createdBy }) => idOf(createdBy)).filter(Boolean));
  return {
    id: stored.id,
    stored,
    mayWrite,
    history: versions.map(({ version, createdAt, createdBy }) => ({
      version,
      at: createdAt.toISOString(),
      by: names.get(idOf(createdBy)) ?? null,
    })),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
