import type { Action, Role } from "@/lib/domain/access/access";

/** Who gets in besides the roles: everybody, whoever is signed in as staff, whoever opened a mailed link, or no one at all. */
export type Door = readonly Role[] | "anybody" | "staff" | "requester" | "no one";

export interface Rule {
  /** Every other method is refused to everybody. */
  readonly method: "GET" | "POST";
  readonly may: Door;
  /** The row of lib/domain/access/access.ts that `may` must equal. */
  readonly by?: Action;
  /** Where the route has a part that may be anything: what stands there. */
  readonly part?: string;
  /** It ends the session of whoever calls it. */
  readonly ends?: true;
}

const page = (may: Door, by?: Action): Rule => ({ method: "GET", may, ...(by ? { by } : {}) });
const step = (may: Door, by?: Action): Rule => ({ method: "POST", may, ...(by ? { by } : {}) });

const OPEN = page("anybody");
const FORM = step("anybody");

const DESK = ["officer", "dpo", "contributor", "auditor"] as const;
const WRITERS = ["officer", "dpo", "contributor"] as const;
const LEADERS = ["officer", "dpo"] as const;
const EVERY_ROLE = ["administrator", ...DESK] as const;

/** Who writes which letter, looks at it and sends it. */
const letters = (rule: (may: Door, by?: Action) => Rule): readonly Rule[] => [
  { ...rule(LEADERS, "request.ask"), part: "question" },
  { ...rule(LEADERS, "request.forward"), part: "forwarding" },
  { ...rule(LEADERS, "request.reopen"), part: "reopening" },
  { ...rule(["officer"], "request.decide"), part: "lifting" },
  { ...rule(["officer"], "fee.write"), part: "objection" },
  { ...rule(LEADERS, "request.record"), part: "withdrawal" },
  { ...rule(LEADERS, "identity.check"), part: "direct" },
  { ...rule(LEADERS, "task.tell"), part: "others" },
];

/** Every route of the build and who may call it, written down a second time so that neither place can slip alone. */
export const ROUTES: Readonly<Record<string, readonly Rule[]>> = {
  "/": [OPEN],
  "/icon.svg": [OPEN],
  "/dev/mailbox": [page("no one")],
  "/api/health": [OPEN],
  "/api/ready": [OPEN],
  "/api/auth/[...nextauth]": [
    { ...OPEN, part: "csrf" },
    { ...FORM, part: "callback/credentials" },
    { ...FORM, part: "signout", ends: true },
    { ...page("no one"), part: "session" },
    { ...page("no one"), part: "providers" },
    { ...page("no one"), part: "signin" },
    { ...page("no one"), part: "error" },
    { ...step("no one"), part: "callback/email" },
    { ...step("no one"), part: "_log" },
  ],

  "/[controller]": [OPEN],
  "/[controller]/accessibility": [OPEN],
  "/[controller]/privacy": [OPEN],
  "/[controller]/request/rights": [OPEN],
  "/[controller]/request/about/[right]": [OPEN],
  "/[controller]/request/on-behalf": [OPEN],
  "/[controller]/request/contact": [OPEN],
  "/[controller]/request/check": [OPEN],
  "/[controller]/request/done": [OPEN],
  "/api/public/language": [FORM],
  "/api/public/[controller]/filings": [FORM],
  "/api/public/[controller]/draft": [FORM],
  "/api/public/[controller]/draft/[step]": [FORM],
  "/api/public/[controller]/draft/submit": [FORM],
  "/api/public/[controller]/draft/discard": [FORM],
  "/api/public/[controller]/draft/link": [FORM],
  "/api/public/[controller]/draft/receipt": [OPEN],
  "/api/public/[controller]/draft/calendar": [OPEN],

  "/c/[token]": [OPEN],
  "/confirm": [OPEN],
  "/api/public/confirm": [FORM],
  "/my": [OPEN],
  "/my/fee/[reference]": [page("requester")],
  "/my/withdraw/[reference]": [page("requester")],
  "/api/public/my/link": [FORM],
  "/api/public/my/answer/[reference]": [page("requester")],
  "/api/public/my/calendar/[reference]": [page("requester")],
  "/api/public/my/fee": [step("requester")],
  "/api/public/my/reply": [step("requester")],
  "/api/public/my/withdraw": [step("requester")],
  "/api/public/my/sign-out": [{ ...FORM, ends: true }],

  "/staff/sign-in": [OPEN],
  "/staff/join": [OPEN],
  "/staff/join/c/[token]": [OPEN],
  "/api/staff/join": [FORM],
  "/staff": [page("staff")],
  "/staff/account": [page("staff")],
  "/staff/first-controller": [page(["administrator"], "controller.create")],
  "/api/staff/controllers": [step(["administrator"], "controller.create")],
  "/api/staff/account/language": [step("staff")],
  "/api/staff/account/password": [step("staff")],
  "/api/staff/account/recovery-codes": [step("staff")],
  "/api/staff/account/sign-out": [{ ...FORM, ends: true }],
  "/api/staff/account/sign-out-everywhere": [{ ...FORM, ends: true }],

  "/staff/[controller]": [page(EVERY_ROLE, "desk.enter")],
  "/staff/[controller]/queue": [page(DESK, "queue.read")],
  "/api/staff/[controller]/queue/search": [step(DESK, "queue.read")],
  "/api/staff/[controller]/queue/take": [step(LEADERS, "request.assign")],
  "/staff/[controller]/requests/[reference]": [page(DESK, "request.read")],
  "/api/staff/[controller]/requests/[reference]/assign": [step(LEADERS, "request.assign")],
  "/api/staff/[controller]/requests/[reference]/note": [step(WRITERS, "request.note")],
  "/staff/[controller]/requests/[reference]/ask": [page(LEADERS, "request.ask")],
  "/staff/[controller]/requests/[reference]/extend": [page(LEADERS, "request.extend")],
  "/staff/[controller]/requests/[reference]/extend/preview": [page(LEADERS, "request.extend")],
  "/staff/[controller]/requests/[reference]/answered": [page(LEADERS, "request.record")],
  "/api/staff/[controller]/requests/[reference]/extension": [step(LEADERS, "request.extend")],
  "/api/staff/[controller]/requests/[reference]/send-extension": [step(LEADERS, "request.extend")],
  "/api/staff/[controller]/requests/[reference]/record": [step(LEADERS, "request.record")],
  "/api/staff/[controller]/requests/[reference]/correct-answer": [step(LEADERS, "request.record")],
  "/api/staff/[controller]/requests/[reference]/take-back-answer": [step(LEADERS, "request.record")],
  "/api/staff/[controller]/requests/[reference]/cancel-question": [step(LEADERS, "request.ask")],
  "/api/staff/[controller]/requests/[reference]/flag": [step(LEADERS, "request.flag")],
  "/api/staff/[controller]/requests/[reference]/remove-flag": [step(LEADERS, "request.flag")],
  "/api/staff/[controller]/requests/[reference]/letter": [page(WRITERS, "person.read")],
  "/staff/[controller]/requests/[reference]/assessment": [
    page(["officer", "dpo", "auditor"], "assessment.read"),
  ],
  "/api/staff/[controller]/requests/[reference]/assessment/pdf": [
    step(["officer", "dpo", "auditor"], "assessment.read"),
  ],
  "/api/staff/[controller]/requests/[reference]/assessment/link": [step(LEADERS, "person.link")],
  "/api/staff/[controller]/requests/[reference]/assessment/unlink": [step(LEADERS, "person.link")],
  "/api/staff/[controller]/requests/[reference]/assessment/save/upload": [step(LEADERS, "assessment.write")],
  "/api/staff/[controller]/requests/[reference]/assessment/propose": [step(LEADERS, "assessment.write")],
  "/api/staff/[controller]/requests/[reference]/assessment/drop": [step(LEADERS, "assessment.write")],
  "/api/staff/[controller]/requests/[reference]/assessment/remove-evidence": [
    step(LEADERS, "assessment.write"),
  ],
  "/api/staff/[controller]/requests/[reference]/assessment/approve": [step(LEADERS, "assessment.approve")],
  "/api/staff/[controller]/requests/[reference]/assessment/send-back": [step(LEADERS, "assessment.approve")],
  "/staff/[controller]/requests/[reference]/fee": [page(["officer"], "fee.write")],
  "/api/staff/[controller]/requests/[reference]/fee/notice": [step(["officer"], "fee.write")],
  "/api/staff/[controller]/requests/[reference]/fee/recall": [step(["officer"], "fee.write")],
  "/api/staff/[controller]/requests/[reference]/fee/payment": [step(["officer"], "fee.write")],
  "/api/staff/[controller]/requests/[reference]/fee/waive": [step(["officer"], "fee.write")],
  "/api/staff/[controller]/requests/[reference]/fee/refund": [step(["officer"], "fee.write")],
  "/staff/[controller]/requests/[reference]/answer": [page(["officer"], "request.decide")],
  "/staff/[controller]/requests/[reference]/answer/preview": [page(["officer"], "request.decide")],
  "/api/staff/[controller]/requests/[reference]/draft": [step(["officer"], "request.decide")],
  "/api/staff/[controller]/requests/[reference]/send": [step(["officer"], "answer.send")],
  "/api/staff/[controller]/requests/[reference]/recall": [step(LEADERS, "notice.undo")],
  "/my/identity/[reference]": [page("no one")],
  "/my/authority": [page("no one")],
  "/api/public/my/identity/upload": [step("requester")],
  "/api/public/my/authority/upload": [step("requester")],
  "/staff/[controller]/requests/[reference]/identity": [page(LEADERS, "identity.check")],
  "/staff/[controller]/requests/[reference]/identity/preview": [page(LEADERS, "identity.check")],
  "/staff/[controller]/requests/[reference]/identity/evidence": [page("no one")],
  "/api/staff/[controller]/requests/[reference]/identity/draft": [step(LEADERS, "identity.check")],
  "/api/staff/[controller]/requests/[reference]/identity/send": [step(LEADERS, "identity.check")],
  "/api/staff/[controller]/requests/[reference]/identity/result": [step(LEADERS, "identity.check")],
  "/api/staff/[controller]/requests/[reference]/authority": [step(LEADERS, "identity.check")],
  "/api/staff/[controller]/files/open": [step(WRITERS)],
  "/api/staff/[controller]/requests/[reference]/approve": [step(["dpo"], "decision.approve")],
  "/api/staff/[controller]/requests/[reference]/send-back": [step(["dpo"], "decision.approve")],
  "/api/staff/[controller]/requests/[reference]/task-done/upload": [step(WRITERS, "task.end")],
  "/api/staff/[controller]/requests/[reference]/task-not-possible": [step(WRITERS, "task.end")],
  "/api/staff/[controller]/requests/[reference]/task-proof/upload": [step(WRITERS, "task.end")],
  "/api/staff/[controller]/requests/[reference]/task-assign": [step(LEADERS, "request.assign")],
  "/api/staff/[controller]/requests/[reference]/undo-send": [step(LEADERS, "notice.undo")],
  "/staff/[controller]/enter": [page(LEADERS, "filing.enter")],
  "/api/staff/[controller]/filings/upload": [step(LEADERS, "filing.enter")],
  "/api/staff/[controller]/requests/[reference]/original/upload": [step(LEADERS, "filing.enter")],
  "/staff/[controller]/requests/[reference]/forward": [page(LEADERS, "request.forward")],
  "/staff/[controller]/requests/[reference]/letters": [page(LEADERS, "notice.post")],
  "/staff/[controller]/requests/[reference]/letters/[kind]": letters(page),
  "/api/staff/[controller]/requests/[reference]/letters/[kind]/keep": letters(step),
  "/api/staff/[controller]/requests/[reference]/letters/[kind]/send": letters(step),
  "/api/staff/[controller]/notices/posted": [step(LEADERS, "notice.post")],
  "/api/staff/[controller]/requests/[reference]/verify-address": [step(LEADERS, "filing.verify")],
  "/api/staff/[controller]/notices/retry": [step(LEADERS, "notice.retry")],

  "/staff/[controller]/settings": [page(["administrator", "officer", "dpo", "auditor"], "settings.read")],
  "/api/staff/[controller]/settings": [step(["administrator"], "settings.write")],
  "/staff/[controller]/settings/authority": [
    page(["administrator", "officer", "dpo", "auditor"], "settings.read"),
  ],
  "/api/staff/[controller]/settings/authority": [step(["administrator"], "settings.write")],
  "/staff/[controller]/settings/calendar": [
    page(["administrator", "officer", "dpo", "auditor"], "settings.read"),
  ],
  "/api/staff/[controller]/settings/calendar-day": [step(["administrator"], "settings.write")],
  "/api/staff/[controller]/settings/reminders": [step(["administrator"], "settings.write")],
  "/api/staff/[controller]/settings/slug": [step(["administrator"], "settings.write")],
  "/staff/[controller]/settings/processing": [
    page(["administrator", "officer", "dpo", "auditor"], "processing.read"),
  ],
  "/staff/[controller]/settings/processing/edit": [
    page(["administrator", "officer", "dpo", "auditor"], "processing.read"),
  ],
  "/api/staff/[controller]/settings/processing": [step(["administrator", "dpo"], "processing.write")],
  "/staff/[controller]/settings/wording": [
    page(["administrator", "officer", "dpo", "auditor"], "settings.read"),
  ],
  "/staff/[controller]/settings/wording/edit": [
    page(["administrator", "officer", "dpo", "auditor"], "settings.read"),
  ],
  "/api/staff/[controller]/settings/wording": [step(["administrator"], "settings.write")],
  "/staff/[controller]/settings/rate-card": [
    page(["administrator", "officer", "dpo", "auditor"], "settings.read"),
  ],
  "/api/staff/[controller]/settings/rate-card": [step(["administrator"], "settings.write")],
  "/staff/[controller]/settings/staff": [page(["administrator"], "staff.read")],
  "/api/staff/[controller]/staff/invite": [step(["administrator"], "staff.write")],
  "/api/staff/[controller]/staff/invite-again": [step(["administrator"], "staff.write")],
  "/api/staff/[controller]/staff/roles": [step(["administrator"], "staff.write")],
  "/api/staff/[controller]/staff/disable": [step(["administrator"], "staff.write")],
  "/api/staff/[controller]/staff/enable": [step(["administrator"], "staff.write")],
  "/api/staff/[controller]/staff/reset": [step(["administrator"], "staff.write")],

  "/staff/[controller]/suppressions": [page(LEADERS, "suppression.read")],
  "/api/staff/[controller]/suppressions": [step(LEADERS, "suppression.read")],
  "/api/staff/[controller]/suppressions/lift": [step(LEADERS, "suppression.lift")],
  "/staff/[controller]/audit": [page(["dpo", "auditor"], "audit.read")],
  "/api/staff/[controller]/audit/events": [step(["dpo", "auditor"], "audit.export")],
  "/api/staff/[controller]/audit/requests": [step(["dpo", "auditor"], "audit.export")],
  "/api/staff/[controller]/audit/contacts": [step(["dpo"], "contacts.export")],
};
