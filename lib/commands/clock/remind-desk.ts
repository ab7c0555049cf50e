import { staffDigestMail, TEMPLATE } from "@/emails/staff-digest";
import { clockOf, currentBasis } from "@/lib/commands/clock/compute";
import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import type { ClockBasis } from "@/lib/db/clock";
import { allControllers, type Controller } from "@/lib/db/controller";
import { oweNotice } from "@/lib/db/notice";
import {
  finishDigest,
  isDigestDone,
  noteReminders,
  type OpenRequest,
  openForReminders,
  type RequestReminder,
} from "@/lib/db/reminder";
import { type Staff, staffAt } from "@/lib/db/staff";
import { NothingToDo, orNothing, quietly, transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { DEFAULT_REMINDERS, horizonOf, REMINDER_KINDS, remindersOf } from "@/lib/domain/clock/reminders";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { rulesFor } from "@/lib/domain/law/rules";

/** Digests go out from this hour on, in the controller's zone. */
const FROM_HOUR = 7;

/**
 * Reminds the staff of every controller, once on each of its working days, of what is due: who has a request in a
 * digest of counts and references, the data protection officer of what is pressing, late or has nobody. It decides
 * from the rows and not from the time that has passed, so a worker that stood still misses nothing, and a row for
 * each reminder keeps anything from being sent twice.
 * @throws Refused not_allowed (only the worker)
 */
export async function remindDesk(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  for (const controller of await allControllers()) await digestOf({ ...ctx, controller });
}

async function digestOf(ctx: Ctx): Promise<void> {
  const { controller } = ctx;
  const { zone, reminders: plan = DEFAULT_REMINDERS } = controller.settings;
  const now = ctx.now();
  const today = localDate(now.toISOString(), zone);
  if (hourIn(now, zone) < FROM_HOUR || (await isDigestDone(controller.id, today))) return;
  const basis = await currentBasis(controller);
  const horizon = horizonOf(today, basis.calendar);
  if (horizon === null) return;
  const staff = (await staffAt(controller.id)).filter(({ disabledAt }) => disabledAt === null);
  const active = new Set(staff.map(({ id }) => id));
  const open = (await openForReminders(controller.id)).map((request) => ({
    ...request,
    assigneeId: request.assigneeId !== null && active.has(request.assigneeId) ? request.assigneeId : null,
  }));
  const due = open.flatMap((request) =>
    remindersOf(
      { ...request, assigned: request.assigneeId !== null, ackBy: unconfirmedBy(request, basis, controller) },
      plan,
    )
      .filter(({ from }) => from <= horizon)
      .map((reminder) => ({ ...reminder, requestId: request.id })),
  );
  const byId = new Map(open.map((request) => [request.id, request]));
  for (const person of staff) {
    const mine = due.filter(
      ({ audience, requestId }) => audience === "assignee" && byId.get(requestId)?.assigneeId === person.id,
    );
    await send(ctx, [person], mine, byId, today);
  }
  const leaders = leadersOf(staff);
  if (leaders.length > 0) {
    await send(
      ctx,
      leaders,
      due.filter(({ audience }) => audience === "dpo"),
      byId,
      today,
    );
  }
  await quietly((tx) => finishDigest(tx, controller.id, today, now));
}

/** By when receipt is still to be confirmed under a law that wants it (California, a complaint in the United Kingdom). */
function unconfirmedBy(request: OpenRequest, basis: ClockBasis, { settings }: Controller): IsoDate | null {
  const wanted = rulesFor(basis.profile.rules, request.right).acknowledgement !== null;
  return wanted && !request.confirmed ? clockOf(basis, settings, request, []).ackBy : null;
}

type Colleague = Awaited<ReturnType<typeof staffAt>>[number];

/** The data protection officers; where there is none, the officers; else the administrators. */
function leadersOf(staff: readonly Colleague[]): readonly Colleague[] {
  const with_ = (role: Colleague["roles"][number]) => staff.filter(({ roles }) => roles.includes(role));
  return [with_("dpo"), with_("officer"), with_("administrator")].find((some) => some.length > 0) ?? [];
}

async function send(
  ctx: Ctx,
  to: readonly Staff[],
  due: readonly RequestReminder[],
  byId: ReadonlyMap<string, OpenRequest>,
  today: IsoDate,
): Promise<void> {
  if (due.length === 0) return;
  const { controller } = ctx;
  const sent = transact(ctx, async ({ tx, audit }) => {
    const fresh = await noteReminders(tx, controller.id, due, ctx.now());
    if (fresh.length === 0) throw new NothingToDo();
    const groups = grouped(fresh, byId);
    for (const person of to) {
      const notice = await oweNotice(tx, {
        controllerId: controller.id,
        to: { staffId: person.id },
        kind: "staff_digest",
        template: TEMPLATE,
        content: staffDigestMail({
          language: person.language,
          controller: controller.settings.name,
          on: today,
          groups,
          queueUrl: `${ctx.baseUrl}/staff/${controller.slug}/queue`,
        }),
        at: ctx.now(),
        dataKey: person.dataKey,
      });
      audit({
        type: "staff.reminded",
        subject: person.id,
        facts: { notice, requests: new Set(fresh.map(({ requestId }) => requestId)).size, on: today },
      });
    }
  });
  await orNothing(sent);
}

/** Each request once, under what presses most. */
function grouped(fresh: Awaited<ReturnType<typeof noteReminders>>, byId: ReadonlyMap<string, OpenRequest>) {
  const named = new Set<string>();
  return REMINDER_KINDS.map((kind) => ({
    kind,
    references: [...byId.values()].flatMap(({ id, reference }) => {
      const said = !named.has(id) && fresh.some((each) => each.requestId === id && each.kind === kind);
      if (said) named.add(id);
      return said ? [formatReference(reference)] : [];
    }),
  })).filter(({ references }) => references.length > 0);
}

function hourIn(at: Date, zone: string): number {
  const hour = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", hourCycle: "h23" }).format(
    at,
  );
  return Number(hour);
}
