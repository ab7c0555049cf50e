import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { handledEarlier, judgesAt } from "@/lib/db/handled";
import { may } from "@/lib/domain/access/access";
import { mayJudge, type Part } from "@/lib/domain/decision/complaint-judge";
import { seenRequest } from "@/lib/queries/request/seen-request";

/** Who handled earlier requests of whoever complains, and what that means for the reader. */
export type ComplaintJudge = {
  readonly handlers: readonly {
    readonly id: string;
    readonly name: string;
    readonly you: boolean;
    readonly requests: readonly { readonly reference: string; readonly parts: readonly Part[] }[];
  }[];
  /** colleague: the reader may not decide it, and these can; alone: nobody else can, so they may; free: none of it is theirs to judge. */
  readonly reader: "free" | "colleague" | "alone";
  readonly others: readonly string[];
};

/**
 * For a complaint, and for those who give requests to somebody and decide them; else null, as where nobody handled
 * anything of the person before.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function complaintJudge(ctx: Ctx, reference: string): Promise<ComplaintJudge | null> {
  const staff = authoriseStaff(ctx, "request.read");
  const request = await seenRequest(staff, ctx, reference);
  if (request.right !== "complaint" || !may(staff.roles, "request.assign")) return null;
  const handled = await handledEarlier(request);
  if (handled.length === 0) return null;
  const colleagues = await judgesAt(ctx.controller.id);
  const nameOf = (id: string) => colleagues.find((each) => each.id === id)?.name ?? "";
  const handlers = [...new Set(handled.map(({ staffId }) => staffId))].filter((id) => nameOf(id) !== "");
  const judged = mayJudge(staff.staffId, handled, colleagues);
  const decides = may(staff.roles, "request.decide");
  return {
    handlers: handlers.map((id) => ({
      id,
      name: nameOf(id),
      you: id === staff.staffId,
      requests: partsOf(handled.filter(({ staffId }) => staffId === id)),
    })),
    reader: !decides || (judged.ok && judged.value === 0) ? "free" : judged.ok ? "alone" : "colleague",
    others: judged.ok ? [] : judged.refusal.map(nameOf),
  };
}

function partsOf(handled: readonly { readonly reference: string; readonly part: Part }[]) {
  return [...new Set(handled.map(({ reference }) => reference))].map((reference) => ({
    reference,
    parts: [...new Set(handled.filter((each) => each.reference === reference).map(({ part }) => part))],
  }));
}
