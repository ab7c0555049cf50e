import type { Ctx } from "@/lib/commands/context";
import { doTask } from "@/lib/commands/decision/end-task";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import { tasksOf } from "@/lib/db/task";
import { isStop } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";

const PROOF = {
  sv: { text: "Avstängt i alla utskick. (Påhittat.)", systems: "Utskickslistorna" },
  en: { text: "Switched off in all mailings. (Invented.)", systems: "Mailing lists" },
} as const;

/** Records the open stops of an invented request as done: its answer says so only then. */
export async function endStops(desk: Ctx, reference: string, language: Language, on: IsoDate): Promise<void> {
  const request = await requestByReference(desk.controller.id, reference);
  if (!request) return;
  for (const { id, kind, state } of await tasksOf(desk.controller.id, request.id)) {
    if (!isStop(kind) || state !== "open") continue;
    const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
    await doTask(desk, { reference, version, taskId: id, ...PROOF[language], on });
  }
}
