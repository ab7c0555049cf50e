import type { Ctx } from "@/lib/commands/context";
import { tellOthers } from "@/lib/commands/decision/tell-others";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { requestByReference } from "@/lib/db/request";
import { openTaskFacts, tasksOf } from "@/lib/db/task";
import { hasLetter } from "@/lib/domain/decision/task";
import type { Language } from "@/lib/domain/kernel/language";
import { seen } from "./one-story";

const PROCESSOR = { sv: "Driftbolaget (påhittat)", en: "The hosting company (invented)" } as const;
const POSTED = { sv: "Påhittsvägen 1\n000 00 Ingenstans", en: "1 Invented Way\nNowhere" } as const;

/** Writes the letters that follow from the answer to an invented request; every eighth filing's on paper. */
export async function tell(desk: Ctx, reference: string, language: Language, nth: number): Promise<void> {
  const { controller } = desk;
  const request = await requestByReference(controller.id, reference);
  if (!request) return;
  const key = await loadDataKey(db(), request.dataKeyId);
  for (const task of await tasksOf(controller.id, request.id)) {
    if (!hasLetter(task.kind) || task.state !== "open") continue;
    const name = openTaskFacts(key, task).who || PROCESSOR[language];
    const to =
      nth % 8 === 0
        ? { email: "", postalAddress: POSTED[language] }
        : { email: `privacy-${nth}@recipient.test`, postalAddress: "" };
    await tellOthers(desk, { ...(await seen(reference)), taskId: task.id, name, ...to, language });
  }
}
