import type { Role } from "@/lib/domain/access/access";
import { may } from "@/lib/domain/access/access";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** What a member of staff did with a request: works on it, answered it, agreed to the answer, sent it on. */
export const PARTS = ["assigned", "decided", "approved", "forwarded"] as const;
export type Part = (typeof PARTS)[number];

/** Who did what with an earlier request of whoever complains now. */
export type Handled = {
  readonly staffId: string;
  readonly requestId: string;
  readonly part: Part;
};

/** One of the controller's staff, as far as judging goes. */
export type Judge = { readonly id: string; readonly roles: readonly Role[]; readonly active: boolean };

/** Work that was only given to somebody is nothing that they would judge as their own. */
const OWN_WORK: readonly Part[] = ["decided", "approved", "forwarded"];

/** How many of these requests are of somebody's own making: they answered them, agreed to it, or sent them on. */
export function ownWork(staffId: string, handled: readonly Handled[]): number {
  const own = handled.filter((each) => each.staffId === staffId && OWN_WORK.includes(each.part));
  return new Set(own.map(({ requestId }) => requestId)).size;
}

/**
 * Whether somebody may decide a complaint. Nobody judges their own work where a colleague can: who complains is told so
 * in the receipt, and the controller has to be able to show that complaints are looked into fairly (GDPR Art. 5(1)(a),
 * 5(2), 24; our choice of means). A small organisation has one officer: where nobody else is left, they may, and the log
 * says so. A complaint does not say which request it is about, if any, so every earlier one of the person counts.
 * @returns how many earlier requests of the person are their own work; refused with the ids of those who may decide
 */
export function mayJudge(
  staffId: string,
  handled: readonly Handled[],
  staff: readonly Judge[],
): Result<number, readonly string[]> {
  const own = ownWork(staffId, handled);
  if (own === 0) return ok(0);
  const others = staff.filter(
    ({ id, roles, active }) =>
      id !== staffId && active && may(roles, "request.decide") && ownWork(id, handled) === 0,
  );
  return others.length > 0 ? refuse(others.map(({ id }) => id)) : ok(own);
}
