import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { staffById } from "@/lib/db/staff";
import { offeredSecret, type StaffLinkPurpose, staffLinkByToken } from "@/lib/db/staff-link";
import { linkRefusal } from "@/lib/domain/identity/link";
import { base32, totpUri } from "@/lib/domain/identity/totp";

/** What a mailed or printed link to an account offers. */
export type JoinOffer =
  | { readonly state: "unknown" | "used" | "expired" | "superseded" }
  | {
      readonly state: "ready";
      readonly purpose: StaffLinkPurpose;
      /** Empty for the first administrator, who says it. */
      readonly name: string;
      readonly email: string;
      /** The new second factor: base32 for typing, and what the QR code holds. */
      readonly secret: string;
      readonly uri: string;
    };

const ISSUER = "Habeas";

/** Looks at a link; looking changes nothing, and shows the same secret until the link is used. */
export async function joinOffer(ctx: InstallationCtx, token: string | null): Promise<JoinOffer> {
  authoriseAnybody(ctx);
  const link = token ? await staffLinkByToken(token) : null;
  const staff = link && (await staffById(link.staffId));
  if (!link || !staff) return { state: "unknown" };
  const refusal = staff.disabledAt ? "superseded" : linkRefusal(link);
  if (refusal) return { state: refusal };
  const secret = base32(offeredSecret(link.id));
  const uri = totpUri(ISSUER, staff.who.email || new URL(ctx.baseUrl).host, secret);
  return { state: "ready", purpose: link.purpose, ...staff.who, secret, uri };
}
