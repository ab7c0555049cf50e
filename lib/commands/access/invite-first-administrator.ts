import { joinUrl } from "@/lib/commands/access/staff-mail";
import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { addStaff, anybodyJoined, firstWhoNeverJoined, lockFirstAdministrator } from "@/lib/db/staff";
import { makeStaffLink, saveStaffLink } from "@/lib/db/staff-link";
import { quietly, transact } from "@/lib/db/transact";

/**
 * The way in to an installation that nobody has joined yet: a one-time link for the person at its console, good for a
 * day. Asked again before anybody joined, the earlier link stops working.
 * @returns the link, to be printed once and kept nowhere; null as soon as somebody has joined
 * @throws Refused not_allowed
 */
export async function inviteFirstAdministrator(
  ctx: InstallationCtx,
): Promise<{ readonly url: string } | null> {
  authoriseSetup(ctx);
  if (await quietly((tx) => anybodyJoined(tx))) return null;
  const link = makeStaffLink("first");
  return transact(ctx, async ({ tx, audit }) => {
    await lockFirstAdministrator(tx);
    const waiting = await firstWhoNeverJoined(tx);
    const nobody = { who: { name: "", email: "" }, language: ctx.language, at: ctx.now() };
    const id = waiting?.id ?? (await addStaff(tx, nobody)).id;
    await saveStaffLink(tx, link, id);
    audit({ type: "staff.invited", subject: id, facts: { first: true } });
    return { url: joinUrl(ctx.baseUrl, link) };
  });
}
