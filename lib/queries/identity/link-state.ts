import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { controllerById } from "@/lib/db/controller";
import { type LinkPurpose, linkByToken } from "@/lib/db/link";
import { linkRefusal } from "@/lib/domain/identity/link";

export type LinkState =
  | { readonly state: "unknown" }
  | {
      readonly state: "ready" | "used" | "expired" | "superseded";
      readonly purpose: LinkPurpose;
      readonly controllerSlug: string;
    };

/** What a mailed link would do; looking changes nothing. */
export async function linkState(ctx: InstallationCtx, token: string): Promise<LinkState> {
  authoriseAnybody(ctx);
  const link = await linkByToken(token);
  const controller = link && (await controllerById(link.controllerId));
  if (!link || !controller) return { state: "unknown" };
  return { state: linkRefusal(link) ?? "ready", purpose: link.purpose, controllerSlug: controller.slug };
}
