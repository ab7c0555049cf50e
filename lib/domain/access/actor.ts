import type { Role } from "./access";

/** Who acts. `public` is anybody before a link was used; `system` is the worker; `setup` the command line. */
export type Actor =
  | { readonly kind: "public" }
  | { readonly kind: "requester"; readonly filingId: string }
  | { readonly kind: "staff"; readonly staffId: string; readonly roles: readonly Role[] }
  | { readonly kind: "system" }
  | { readonly kind: "setup" };

export type StaffActor = Extract<Actor, { kind: "staff" }>;
export type RequesterActor = Extract<Actor, { kind: "requester" }>;

/** The actor as the log writes it: "staff:<id>", "requester:<filing id>", "public", "system"; demo data "seed:...". */
export function actorText(actor: Actor, seed: boolean): string {
  const id = actor.kind === "staff" ? actor.staffId : actor.kind === "requester" ? actor.filingId : "";
  if (seed) return `seed:${id || actor.kind}`;
  return id ? `${actor.kind}:${id}` : actor.kind;
}
