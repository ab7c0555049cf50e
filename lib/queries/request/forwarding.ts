import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { forwardingOf } from "@/lib/db/forwarding";
import { may } from "@/lib/domain/access/access";
import { seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import type { Customer } from "@/lib/domain/request/forwarding";
import { mayStep } from "@/lib/domain/request/state";
import { seenRequest } from "./seen-request";

/** Whether a request was or may be sent on to a customer-controller. */
export type ForwardingView = {
  readonly reference: string;
  readonly version: number;
  readonly mayForward: boolean;
  /** Received on an earlier day of the controller: it should have been sent on the same day. */
  readonly late: boolean;
  readonly forwarded: {
    readonly at: IsoInstant;
    /** waiting: for the data protection officer; pending: for the customer's letter to be accepted. */
    readonly standing: "waiting" | "pending" | "done";
    /** Null where the reader may not know it. */
    readonly customer: Customer | null;
  } | null;
};

const STANDING: Readonly<Record<string, "waiting" | "done">> = {
  awaiting_approval: "waiting",
  effective: "done",
};

/** @throws Refused not_signed_in, not_allowed, not_found */
export async function forwardingView(ctx: Ctx, reference: string): Promise<ForwardingView> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await seenRequest(staff, ctx, reference);
  const key = await loadDataKey(db(), request.dataKeyId);
  const forwarding = await forwardingOf(ctx.controller.id, request.id, key);
  const { zone } = ctx.controller.settings;
  const day = (at: Date) => localDate(at.toISOString(), zone);
  return {
    reference: request.reference,
    version: request.version,
    mayForward: may(staff.roles, "request.forward") && mayStep(request.state, "forward").ok,
    late: day(ctx.now()) > day(request.receivedAt),
    forwarded: forwarding && {
      at: (forwarding.effectiveAt ?? forwarding.forwardedAt).toISOString() as IsoInstant,
      standing: STANDING[forwarding.state] ?? "pending",
      customer: seesPerson(staff, request) ? forwarding.customer : null,
    },
  };
}

/**
 * As `forwardingView`, for the form: only where it may still be sent on.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function forwardForm(ctx: Ctx, reference: string): Promise<ForwardingView> {
  authoriseStaff(ctx, "request.forward");
  return forwardingView(ctx, reference);
}
