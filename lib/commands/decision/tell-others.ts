import { type TaskLetterFacts, TEMPLATE, taskLetter, taskLetterMail } from "@/emails/letters/task-letter";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockTask } from "@/lib/commands/decision/desk-task";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { db, type Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { openWho } from "@/lib/db/filing";
import { lockTaskLetters, type Notice, oweNotice, recallNotice } from "@/lib/db/notice";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { announceTask, openTaskFacts, type Task, taskById } from "@/lib/db/task";
import { transact, type Work } from "@/lib/db/transact";
import { wordingsIn } from "@/lib/db/wording";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { hasLetter } from "@/lib/domain/decision/task";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Addressee } from "@/lib/domain/notice/addressee";
import { isUnderWay } from "@/lib/domain/notice/kinds";
import { othersInput } from "@/lib/schemas/decision/others";
import { parse } from "@/lib/schemas/parse";

/** By when the receiver of a letter is asked to confirm. */
const CONFIRM_DAYS = 14;

type Written = Addressee & {
  readonly taskId: string;
  readonly language: Language;
  readonly identifiers: string;
  readonly text: string;
};

/**
 * The letter of a task as it would leave now; preview and sending make it here. Of the person it holds the name and what
 * staff chose for the receiver to find them by.
 * @throws Refused not_found (no task of this request), wrong_state (none with a letter, or it was said to be
 *   impossible), bad_input (not a language of the controller)
 */
export async function prepareTaskLetter(
  ctx: Ctx,
  request: RightsRequest,
  { filing, dataKey }: RequesterNotice,
  fields: Written,
  tx: Tx = db(),
) {
  const { settings, id: controllerId } = ctx.controller;
  const { language, name, email, postalAddress } = fields;
  const task = await taskById(tx, controllerId, fields.taskId);
  if (task?.requestId !== request.id) throw new Refused({ code: "not_found" });
  if (!hasLetter(task.kind)) throw new Refused({ code: "wrong_state", state: "no_letter" });
  if (task.state === "not_possible") throw new Refused({ code: "wrong_state", state: task.state });
  if (!settings.languages.includes(language)) {
    throw new Refused({ code: "bad_input", issues: [{ field: "language", message: "choose" }] });
  }
  const who = openWho(dataKey, filing);
  const on = localDate(ctx.now().toISOString(), filing.zone);
  const facts: TaskLetterFacts = {
    kind: task.kind,
    settings,
    wordings: await wordingsIn(controllerId, language),
    language,
    reference: formatReference(request.reference),
    what: openTaskFacts(await loadDataKey(tx, request.dataKeyId), task).what,
    person: { name: who.subjectName || who.name, identifiers: fields.identifiers.trim() },
    note: fields.text,
    confirmBy: iso(addDays(day(on), CONFIRM_DAYS)),
  };
  const addressee: Addressee = { name, email, postalAddress };
  const prepared: PreparedNotice = {
    ...{ to: "other", addressee, byPost: email === "" },
    ...{ content: taskLetterMail(facts), letter: taskLetter(facts) },
  };
  return { addressee, prepared };
}

/**
 * Sends the letter of a task to a recipient, a controller that publishes on, a processor or the controller that gets the
 * data (GDPR Art. 17(2), 19, 20(2), 28(3)(e)). The task ends with it when it was accepted, and not before
 * (take-task-effect.ts); until then it can be taken back. A task that was done can have another: a second processor, a
 * receiver whom the first never reached. One that failed is taken back by the next.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (no task with a
 *   letter, said to be impossible, or a letter of it is under way)
 */
export async function tellOthers(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "task.tell");
  const input = parse(othersInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const { request, task } = await lockTask(tx, staff, ctx, input, ({ state }) => state !== "not_possible");
    const earlier = await lockTaskLetters(tx, ctx.controller.id, task.id);
    const { addressee, prepared } = await prepareTaskLetter(ctx, request, mail, input, tx);
    asPreviewed(input.letter, [prepared], request.version);
    await clearTheWay(work, request, earlier);
    const noticeId = await oweNotice(tx, {
      controllerId: ctx.controller.id,
      requestId: request.id,
      to: { filingId: request.filingId },
      addressee,
      taskId: task.id,
      kind: "task_letter",
      template: TEMPLATE,
      content: prepared.content,
      ...(prepared.letter ? { letter: prepared.letter } : {}),
      at: ctx.now(),
      dataKey: mail.dataKey,
      recallable: true,
    });
    if (task.state === "open") await announce(ctx, tx, { request, task, staffId: staff.staffId, noticeId });
    await saveRequest(tx, request, {});
    const facts = { task: task.kind, notice: noticeId, how: prepared.byPost ? "post" : "mail" };
    audit({ type: "task.letter_owed", subject: task.id, request: request.id, facts });
  });
}

/** @throws Refused wrong_state (a letter of this task is under way) */
async function clearTheWay(
  { tx, audit }: Work,
  request: RightsRequest,
  earlier: readonly Notice[],
): Promise<void> {
  if (earlier.some(({ state }) => isUnderWay(state))) {
    throw new Refused({ code: "wrong_state", state: "letter_under_way" });
  }
  for (const { id, kind, state } of earlier) {
    if (state !== "failed") continue;
    await recallNotice(tx, id);
    audit({ type: "notice.recalled", subject: id, request: request.id, facts: { kind } });
  }
}

async function announce(
  ctx: Ctx,
  tx: Tx,
  of: {
    readonly request: RightsRequest;
    readonly task: Task;
    readonly staffId: string;
    readonly noticeId: string;
  },
): Promise<void> {
  const on = localDate(ctx.now().toISOString(), ctx.controller.settings.zone);
  const handle = await loadDataKey(tx, of.request.dataKeyId);
  const proof = { text: "", systems: "", on };
  await announceTask(tx, handle, of.task.id, { noticeId: of.noticeId, doneBy: of.staffId, proof });
}
