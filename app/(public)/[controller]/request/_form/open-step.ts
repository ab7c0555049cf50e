import { redirect } from "next/navigation";
import { placePath } from "@/app/_ui/public-paths";
import type { Ctx } from "@/lib/commands/context";
import { type DraftAnswers, firstOpenStep, type Place, stepsOf } from "@/lib/domain/intake/draft";
import { draftHere } from "../../../_parts/door";

/**
 * The answers for a page of the form, or null when there is no form (any more). A page that cannot be answered yet
 * leads to the one that can; after sending every page leads to the receipt.
 */
export async function openStep(ctx: Ctx, place: Exclude<Place, "done">): Promise<DraftAnswers | null> {
  const draft = await draftHere(ctx);
  if (!draft) return null;
  const { slug } = ctx.controller;
  if (draft.state === "sent") redirect(placePath(slug, "done"));
  const order: readonly Place[] = [...stepsOf(draft.answers), "check"];
  const first = firstOpenStep(draft.answers);
  const at = order.indexOf(place);
  if (at < 0 || at > order.indexOf(first)) redirect(placePath(slug, first));
  return draft.answers;
}
