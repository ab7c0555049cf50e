import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { createController } from "@/lib/commands/controller/create-controller";
import { remindUnconfirmed } from "@/lib/commands/identity/remind-unconfirmed";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { db } from "@/lib/db/client";
import { type Controller, controllerById } from "@/lib/db/controller";
import { readEnv } from "@/lib/env";
import type { DemoSeed } from "./demo/sign-ins";
import { chanceFrom } from "./demo-seed/chance";
import { clockStories } from "./demo-seed/clock-stories";
import { DEMO_CONTROLLERS } from "./demo-seed/controllers";
import { seedFees } from "./demo-seed/fees";
import { identityExamples } from "./demo-seed/identity";
import { live } from "./demo-seed/live";
import { seedOtherChannels } from "./demo-seed/other-channels";
import { seedRegister } from "./demo-seed/register";
import { type DemoColleague, seedStaff } from "./demo-seed/staff";
import { story } from "./demo-seed/story";
import { supervision } from "./demo-seed/supervision";
import { seedWordings } from "./demo-seed/wordings";

const SEED = 20_261;
const AT_ONCE = 4;

/**
 * Makes the demo's data through the commands, with a dated context: the requests lie in the past hundred days,
 * the log keeps its own true times and says "seed". Needs a prepared installation (calendars, authorities, keys).
 * @param options.count about how many requests
 * @param options.progress is told now and then how far it is
 */
export async function seedDemo(options: {
  readonly progress: (text: string) => void;
  readonly count?: number;
  readonly now?: Date;
}): Promise<DemoSeed> {
  const { progress, count = 500, now = new Date() } = options;
  const setup: InstallationCtx = {
    actor: { kind: "setup" },
    now: () => now,
    language: "sv",
    baseUrl: readEnv().BASE_URL,
    seed: true,
  };
  const portals: { name: string; slug: string }[] = [];
  const signIns: DemoSeed["signIns"][number][] = [];
  let made = 0;
  for (const { slug, share, settings } of DEMO_CONTROLLERS) {
    const { id } = await createController(setup, { slug, settings });
    const controller = (await controllerById(id)) as Controller;
    const staff = await seedStaff(setup, controller);
    signIns.push(...staff.signIns);
    await seedRegister({ ...setup, controller, actor: { kind: "public" } }, staff.team);
    portals.push({ name: settings.name, slug });
    const ctx: Ctx = { ...setup, controller, actor: { kind: "public" } };
    await seedWordings(ctx, staff.team);
    await seedFees(ctx, staff.team);
    made += await seedOtherChannels(ctx, staff.team);
    made += await fill(ctx, staff.team, Math.round(count * share), (sum) =>
      progress(`  ${made + sum} requests`),
    );
    await identityExamples(ctx, staff.team);
    const first = slug === DEMO_CONTROLLERS[0]?.slug;
    made += await (first ? clockStories(ctx, staff.team) : supervision(ctx, staff.team));
  }
  await remind(setup);
  return { portals, signIns };
}

/** Lives filings until there are `wanted` requests; returns how many there are. */
async function fill(
  ctx: Ctx,
  team: readonly DemoColleague[],
  wanted: number,
  progress: (sum: number) => void,
): Promise<number> {
  let sum = 0;
  let nth = 0;
  let said = 0;
  const worker = async () => {
    while (sum < wanted) {
      nth += 1;
      const chance = chanceFrom(SEED + nth * 7_919);
      const more = await live(ctx, team, chance, story(chance, ctx.now()), nth);
      sum += more;
      if (sum - said >= 100) {
        said = sum;
        progress(sum);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sum;
}

/** The one reminder to old unconfirmed addresses, as of an hour ago, so that the worker does not mail them all now. */
async function remind(setup: InstallationCtx): Promise<void> {
  const hourAgo = new Date(setup.now().getTime() - 3_600_000);
  const worker: InstallationCtx = { ...setup, actor: { kind: "system" }, now: () => hourAgo };
  await remindUnconfirmed(worker);
  const owed = await db().notice.findMany({
    where: { kind: "confirmation_reminder", state: "owed" },
    select: { id: true },
  });
  for (const { id } of owed) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  }
}
