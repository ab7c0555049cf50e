import { TEMPLATE as INVITATION, staffInvitationMail } from "@/emails/staff-invitation";
import { TEMPLATE as RESET, staffResetMail } from "@/emails/staff-reset";
import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { oweNotice } from "@/lib/db/notice";
import type { Staff } from "@/lib/db/staff";
import { type NewStaffLink, STAFF_LINK_HOURS } from "@/lib/db/staff-link";

/** Where a link of a new or reset account leads. */
export function joinUrl(baseUrl: string, link: NewStaffLink): string {
  return `${baseUrl}/staff/join/c/${link.token}`;
}

/**
 * Owes a colleague the mail with their link, from the controller that invites or resets.
 * @returns the notice's id
 */
export async function oweStaffMail(
  tx: Tx,
  ctx: Ctx,
  to: Pick<Staff, "id" | "language" | "dataKey">,
  link: NewStaffLink,
): Promise<string> {
  const url = joinUrl(ctx.baseUrl, link);
  const linkHours = STAFF_LINK_HOURS[link.purpose];
  const { language } = to;
  const reset = link.purpose === "reset";
  const content = reset
    ? staffResetMail({ language, resetUrl: url, linkHours })
    : staffInvitationMail({ language, controller: ctx.controller.settings.name, inviteUrl: url, linkHours });
  return oweNotice(tx, {
    controllerId: ctx.controller.id,
    to: { staffId: to.id },
    kind: reset ? "staff_reset" : "staff_invitation",
    template: reset ? RESET : INVITATION,
    content,
    at: ctx.now(),
    dataKey: to.dataKey,
  });
}
