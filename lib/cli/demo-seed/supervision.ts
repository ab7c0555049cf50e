import type { Ctx } from "@/lib/commands/context";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { decide } from "@/lib/commands/decision/decide";
import { doTask } from "@/lib/commands/decision/end-task";
import { reopen } from "@/lib/commands/request/reopen";
import { controllerById } from "@/lib/db/controller";
import type { Role } from "@/lib/domain/access/access";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { answerFor } from "./answers";
import { accepted, seen, story } from "./one-story";
import type { DemoColleague } from "./staff";

/**
 * What is watched over: a stop with its proof, a request that an authority had opened again, and, at a controller whose
 * data protection officer approves refusals, a refusal that waits for it.
 */
export async function supervision(base: Ctx, team: readonly DemoColleague[]): Promise<number> {
  const { settings, settingsVersion: version, id } = base.controller;
  const [language = "en"] = settings.languages;
  const on = (ctx: Ctx) => localDate(ctx.now().toISOString(), settings.zone);

  const stopped = await story(base, team, "Stina Stopp", 6, {
    right: "marketing_objection",
    channels: ["all"],
  });
  const { reference } = stopped;
  const [stop] = (await requestTasks(stopped.desk(5), reference)).lines;
  const proof = { text: "Newsletter, SMS (invented).", systems: "Mailtool", on: on(stopped.desk(5)) };
  await doTask(stopped.desk(5), { ...(await seen(reference)), taskId: stop?.id, ...proof });

  const again = await story(base, team, "Oskar Omprövad", 40);
  await decide(again.desk(30), {
    ...(await seen(again.reference)),
    answer: answerFor("access", "granted", language, on(again.desk(30))),
  });
  await accepted(again.at(29), again.filingId);
  // The authority set a day of its own.
  const orderedBy = iso(addDays(day(on(again.desk(4))), 11));
  const call = { source: "authority", text: "Diary 2026-17 (invented).", on: on(again.desk(4)), orderedBy };
  await reopen(again.desk(3), { ...(await seen(again.reference)), ...call });
  await accepted(again.at(3), again.filingId);

  const administrator = team.find(({ role }) => role === "administrator");
  if (!administrator) return 2;
  const roles: readonly Role[] = ["administrator"];
  const admin: Ctx = { ...base, actor: { kind: "staff", staffId: administrator.staffId, roles } };
  await saveSettings(admin, { version, settings: { ...settings, dpoApproves: "refusals" } });
  const controller = (await controllerById(id)) ?? base.controller;
  const waiting = await story({ ...base, controller }, team, "Vidar Väntande", 12);
  const answer = answerFor("access", "refused", language, on(waiting.desk(1)));
  await decide(waiting.desk(1), { ...(await seen(waiting.reference)), answer });
  return 3;
}
