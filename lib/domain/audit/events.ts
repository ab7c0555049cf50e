/**
 * The closed list of what is written into the audit log. A line holds ids, dates, codes and salted
 * commitments: never personal data, never free text.
 */
export const AUDIT_EVENTS = [
  "controller.created",
  "controller.slug_changed",
  "settings.changed",
  "calendar.changed",
  "calendar.own_day_changed",
  "clock.run_started",
  "clock.run_applied",
  "clock.run_dropped",
  "clock.recomputed",
  "authority.changed",
  "staff.created",
  "staff.invited",
  "staff.activated",
  "staff.roles_changed",
  "staff.disabled",
  "staff.enabled",
  "staff.second_factor_reset",
  "staff.password_changed",
  "staff.recovery_codes_made",
  "staff.recovery_code_used",
  "staff.signed_in",
  "staff.sign_in_refused",
  "staff.signed_out",
  "staff.sessions_revoked",
  "filing.received",
  "filing.confirmed",
  "filing.reminded",
  "link.mailed",
  "requester.session_opened",
  "request.received",
  "request.opened",
  "request.assigned",
  "request.noted",
  "request.question_asked",
  "request.replied",
  "request.withdrawn",
  "request.flagged",
  "request.flag_removed",
  "request.clock_changed",
  "person.linked",
  "person.unlinked",
  "assessment.proposed",
  "assessment.sent_back",
  "assessment.approved",
  "assessment.dropped",
  "rate_card.changed",
  "fee.noticed",
  "fee.recalled",
  "fee.effective",
  "fee.accepted",
  "fee.narrowed",
  "fee.objected",
  "fee.objection_answered",
  "fee.unanswered",
  "fee.paid",
  "fee.waived",
  "fee.refunded",
  "fee.closed",
  "request.clock_waits",
  "request.extension_asked",
  "decision.made",
  "decision.recalled",
  "decision.effective",
  "answer.read",
  "file.stored",
  "file.opened",
  "file.deleted",
  "notice.owed",
  "notice.accepted",
  "notice.postponed",
  "notice.failed",
  "notice.retried",
  "notice.recalled",
  "person.searched",
  "export.events",
  "export.requests",
  "export.contacts",
  "export.dossier",
  "key.created",
] as const;

export type AuditEventType = (typeof AUDIT_EVENTS)[number];

/** One thing to be written. Facts: ids, codes, dates, counts, commitments. */
export type AuditEntry = {
  readonly type: AuditEventType;
  /** The row it is about, if it is not a request. */
  readonly subject?: string;
  readonly request?: string;
  readonly facts?: Readonly<Record<string, AuditFact>>;
};

export type AuditFact = string | number | boolean | null | readonly (string | number | boolean | null)[];
