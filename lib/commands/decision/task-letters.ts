import { hasLetter, taskLetter } from "@/emails/letters/task-letter";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById, openWho } from "@/lib/db/filing";
import { openTaskFacts, tasksOf } from "@/lib/db/task";
import { wordingsIn } from "@/lib/db/wording";
import { seesPerson } from "@/lib/domain/access/sees";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Letter } from "@/lib/domain/notice/letter";

/** By when the receiver of a letter is asked to confirm. */
const CONFIRM_DAYS = 14;

/**
 * The letters of the open tasks of a request to whom they name, dated today, in the controller's first language; by
 * the id of the task. None for who may not know whose request it is.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function taskLetters(ctx: Ctx, reference: string): Promise<Readonly<Record<string, Letter>>> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await deskRequest(staff, ctx, reference);
  const tasks = await tasksOf(ctx.controller.id, request.id);
  const open = tasks.filter(({ state, kind }) => state === "open" && hasLetter(kind));
  const filing = await filingById(ctx.controller.id, request.filingId);
  if (open.length === 0 || !filing || !seesPerson(staff, request)) return {};
  const { settings } = ctx.controller;
  const key = await loadDataKey(db(), request.dataKeyId);
  const who = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  const on = localDate(ctx.now().toISOString(), filing.zone);
  const language = settings.languages[0] ?? "en";
  const wordings = await wordingsIn(ctx.controller.id, language);
  const letters = open.flatMap((task): [string, Letter][] => {
    if (!hasLetter(task.kind)) return [];
    const letter = taskLetter({
      kind: task.kind,
      settings,
      wordings,
      language,
      reference: formatReference(request.reference),
      task: openTaskFacts(key, task),
      person: { name: who.subjectName || who.name, email: who.email, identifiers: who.identifiers },
      on,
      confirmBy: iso(addDays(day(on), CONFIRM_DAYS)),
    });
    return [[task.id, letter]];
  });
  return Object.fromEntries(letters);
}
