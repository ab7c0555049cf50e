/** What staff can be at one controller. A person may hold several. */
export const ROLES = ["administrator", "officer", "dpo", "contributor", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/**
 * The one table of who may do what. The administrator runs the desk but reads no request; the
 * contributor helps with the requests assigned to them; the auditor reads without names.
 */
const TABLE = {
  "desk.enter": ["administrator", "officer", "dpo", "contributor", "auditor"],
  "queue.read": ["officer", "dpo", "contributor", "auditor"],
  "request.read": ["officer", "dpo", "contributor", "auditor"],
  "person.read": ["officer", "dpo", "contributor"],
  "person.search": ["officer", "dpo"],
  "request.assign": ["officer", "dpo"],
  "request.note": ["officer", "dpo", "contributor"],
  "request.ask": ["officer", "dpo"],
  "request.record": ["officer", "dpo"],
  "request.extend": ["officer", "dpo"],
  "request.flag": ["officer", "dpo"],
  "person.link": ["officer", "dpo"],
  "assessment.read": ["officer", "dpo", "auditor"],
  "assessment.write": ["officer", "dpo"],
  "assessment.approve": ["officer", "dpo"],
  "fee.write": ["officer"],
  "filing.enter": ["officer", "dpo"],
  "filing.verify": ["officer", "dpo"],
  "notice.post": ["officer", "dpo"],
  "identity.check": ["officer", "dpo"],
  "request.forward": ["officer", "dpo"],
  "request.decide": ["officer"],
  "answer.send": ["officer"],
  "notice.retry": ["officer", "dpo"],
  "task.end": ["officer", "dpo", "contributor"],
  "task.tell": ["officer", "dpo"],
  "decision.approve": ["dpo"],
  "request.reopen": ["officer", "dpo"],
  "suppression.read": ["officer", "dpo"],
  "suppression.lift": ["officer", "dpo"],
  "notice.undo": ["officer", "dpo"],
  "settings.read": ["administrator", "officer", "dpo", "auditor"],
  "settings.write": ["administrator"],
  "processing.read": ["administrator", "officer", "dpo", "auditor"],
  "processing.write": ["administrator", "dpo"],
  "controller.create": ["administrator"],
  "staff.read": ["administrator"],
  "staff.write": ["administrator"],
  "audit.read": ["dpo", "auditor"],
  "audit.export": ["dpo", "auditor"],
  "contacts.export": ["dpo"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** True if one of the roles may do it; an unknown action or role may nothing. */
export function may(roles: readonly Role[], action: Action): boolean {
  const allowed: readonly Role[] = Object.hasOwn(TABLE, action) ? TABLE[action] : [];
  return roles.some((role) => allowed.includes(role));
}

/** Roles that see only the requests assigned to them, if they hold no wider one. */
export function onlyAssigned(roles: readonly Role[]): boolean {
  return (
    roles.includes("contributor") && !roles.some((r) => r === "officer" || r === "dpo" || r === "auditor")
  );
}
