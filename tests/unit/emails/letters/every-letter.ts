import { forwardedLetter } from "@/emails/forwarded";
import { extensionLetter } from "@/emails/letters/extension-letter";
import { feeLetter } from "@/emails/letters/fee-letter";
import { findingBlocks } from "@/emails/letters/finding-blocks";
import { identityLetter } from "@/emails/letters/identity-letter";
import { taskLetter } from "@/emails/letters/task-letter";
import { askedWords } from "@/emails/post/asked-words";
import { forwardedToCustomerMail } from "@/emails/post/forwarded-to-customer";
import { questionByPost } from "@/emails/post/question-by-post";
import { receiptByPost } from "@/emails/post/receipt-by-post";
import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";
import { costLine } from "@/lib/domain/fee/amount";
import { type ApprovedFinding, approvedFinding } from "@/lib/domain/fee/approval";
import { completeAssessment } from "@/lib/domain/fee/assessment";
import { feeRules } from "@/lib/domain/fee/rules";
import { DOUBTS, METHODS } from "@/lib/domain/identity/check";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { AUTHORITY, requesterMail, SETTINGS } from "../invented";

const reference = "7KQ2M-4TX9P-V";
const on = "2026-04-07" as IsoDate;
const WHO = {
  name: "Åsa Påhittad",
  email: "asa@person.test",
  postalAddress: "Påhittade gatan 1",
  phone: "",
  onBehalf: "self",
  subjectName: "",
  authority: "",
  relationship: "customer",
  identifiers: "",
} as const;

/** A finding that two invented people stand behind. */
export function aFinding(ground: "unfounded" | "excessive", proposal: "refuse" | "fee"): ApprovedFinding {
  const text = "Something that says so.";
  const written = { ground, proposal, facts: text, evidence: [text], sign: "documented_pattern" } as const;
  const why = { shown: text, against: text, narrow: text, noFee: text, exceptional: text };
  const found = completeAssessment({ ...written, ...why }, { first: true, feePossible: true });
  const kept = { id: "x", state: "approved", writerIds: ["a"], secondId: "b" } as const;
  const approved = found.ok ? approvedFinding(kept, found.value) : null;
  if (!approved) throw new Error("no finding");
  return approved;
}

/** Every letter of emails/letters and emails/post but the answer itself, by its file: what can be printed or read behind a link. */
export function everyLetter(
  profile: string,
  language: Language,
): Readonly<Record<string, readonly unknown[]>> {
  const settings = { ...SETTINGS, profile, feeEnabled: true };
  const { sender } = requesterMail(language, settings);
  const of = { sender, language, settings, authority: AUTHORITY, wordings: {}, name: "Anna", reference };
  const rules = feeRules(profile);
  const receivedOn = on;
  const customer = { name: "Kund AB", email: "", postalAddress: "Kundgatan 1" };
  return {
    "extension-letter": [null, "2026-06-08" as IsoDate].map((newDate) =>
      extensionLetter({
        ...of,
        ...{ right: "access", receivedOn, writtenOn: on, oldDate: on, newDate, standsStill: true },
        text: { reasons: EXTENSION_REASONS, specific: "It is much.", done: "Half of it." },
      }),
    ),
    "fee-letter": rules
      ? (["unfounded", "excessive"] as const).map((ground) =>
          feeLetter({
            ...of,
            ...{ right: "access", receivedOn, writtenOn: on, answerBy: on, rules, currency: "CHF" },
            ...{ finding: aFinding(ground, "fee"), totalMinor: 5_000 },
            lines: [costLine({ kind: "handling", label: {}, minor: 5_000 }, 100)],
          }),
        )
      : [],
    "finding-blocks": (["unfounded", "excessive"] as const).map((ground) =>
      findingBlocks(aFinding(ground, "refuse"), language),
    ),
    "identity-letter": DOUBTS.flatMap((category) =>
      (["pause", "restart", "none"] as const).map((effect) =>
        identityLetter({
          ...of,
          ...{ right: "access", receivedOn, askedOn: on, category, effect, methods: METHODS },
          ...{ doubt: "A doubt.", needed: "A number.", actsFor: "" },
        }),
      ),
    ),
    "task-letter": (["tell_recipient", "tell_publisher", "instruct_processors", "transmit"] as const).map(
      (kind) =>
        taskLetter({
          ...of,
          ...{ kind, confirmBy: on, person: WHO, note: "A note." },
          what: kind === "transmit" ? "" : "erased",
        }),
    ),
    "asked-words": [
      askedWords(
        { right: "access", scope: "everything", from: null, to: null, subject: "" },
        language,
        profile,
      ),
    ],
    "receipt-by-post": RIGHTS.map((right) =>
      receiptByPost({
        ...of,
        ...{ receivedAt: "2026-03-07T09:00:00Z", zone: "Europe/Stockholm" },
        requests: [{ reference, right, answerBy: { on, by: "promised" }, stopsAtOnce: true, why: "" }],
      }),
    ),
    "question-by-post": [questionByPost({ ...of, question: "Which year?" })],
    "forwarded-to-customer": RIGHTS.map((right) =>
      forwardedToCustomerMail({
        ...of,
        ...{ customer: customer.name, right, who: WHO, text: "Please", note: "A note" },
        ...{ receivedAt: "2026-03-07T09:00:00Z", zone: "Europe/Stockholm" },
      }),
    ),
    forwarded: [null, customer].map((known) => forwardedLetter({ ...of, customer: known })),
  };
}
