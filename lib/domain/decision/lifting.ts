import type { TaskKind } from "./task";

/** A task as far as lifting looks at it. */
type Known = { readonly kind: TaskKind; readonly state: string; readonly createdAt: Date };

/**
 * Whether a request that ends leaves data restricted that nobody is to lift yet: use was stopped while an objection was
 * examined, and no lifting waits or followed. The person is told before a restriction is lifted, however the request
 * ended (GDPR Art. 18(3)).
 * @param tasks every task of the request
 */
export function liftingOwed(tasks: readonly Known[]): boolean {
  const liftings = tasks.filter(({ kind }) => kind === "lift_restriction");
  const covered = (since: Date) =>
    liftings.some(({ state, createdAt }) => state === "open" || createdAt >= since);
  return tasks.some(
    ({ kind, state, createdAt }) => kind === "restrict_meanwhile" && state === "done" && !covered(createdAt),
  );
}
