import { authoriseSignedIn } from "@/lib/commands/access/authorise";
import type { InstallationCtx } from "@/lib/commands/context";
import { endStaffSession, endStaffSessions } from "@/lib/db/staff-session";
import { transact } from "@/lib/db/transact";

/** Ends the session that the caller came with. @throws Refused not_signed_in */
export async function signOut(ctx: InstallationCtx, sessionId: string): Promise<void> {
  const { staffId } = authoriseSignedIn(ctx);
  await transact(ctx, async ({ tx, audit }) => {
    await endStaffSession(tx, sessionId);
    audit({ type: "staff.signed_out", subject: staffId, facts: { session: sessionId } });
  });
}

/** Ends every session of the caller, this one too. @throws Refused not_signed_in */
export async function signOutEverywhere(ctx: InstallationCtx): Promise<void> {
  const { staffId } = authoriseSignedIn(ctx);
  await transact(ctx, async ({ tx, audit }) => {
    const sessions = await endStaffSessions(tx, staffId);
    audit({ type: "staff.sessions_revoked", subject: staffId, facts: { sessions, by: "self" } });
  });
}
