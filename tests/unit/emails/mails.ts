import { answerReadyMail } from "@/emails/answer-ready";
import { closedUnconfirmedMail } from "@/emails/closed-unconfirmed";
import { confirmationReminderMail } from "@/emails/confirmation-reminder";
import type { MailContent } from "@/emails/content";
import { extensionMail } from "@/emails/extension";
import { feeDroppedMail } from "@/emails/fee-dropped";
import { feeNoticeMail } from "@/emails/fee-notice";
import { feeObjectionMail } from "@/emails/fee-objection";
import { forwardedMail } from "@/emails/forwarded";
import { freshLinkMail } from "@/emails/fresh-link";
import { identityRequestMail } from "@/emails/identity-request";
import { personDirectlyMail } from "@/emails/person-directly";
import { questionMail } from "@/emails/question";
import { pausingQuestionMail } from "@/emails/question-pause";
import { receiptMail } from "@/emails/receipt";
import { reopenedMail } from "@/emails/reopened";
import { restrictionLiftingMail } from "@/emails/restriction-lifting";
import { staffDigestMail } from "@/emails/staff-digest";
import { staffInvitationMail } from "@/emails/staff-invitation";
import { staffResetMail } from "@/emails/staff-reset";
import { withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { requesterMail, SETTINGS } from "./invented";

type Settings = Partial<ControllerSettings>;
export type Make = (language: Language, settings?: Settings) => MailContent;

export const reference = "7KQ2M-4TX9P-V";
const on = "2026-04-07" as IsoDate;
const startUrl = "https://dsar.example/norrsken";
const openUrl = "https://dsar.example/c/open-token";
const confirmUrl = "https://dsar.example/c/confirm-token";
const linkHours = 168;

/** Every mail to a requester, as an invented controller sends it. */
export const TO_REQUESTER: Record<string, Make> = {
  receipt: (language, settings) =>
    receiptMail({
      ...requesterMail(language, settings),
      requests: [
        { reference, right: "access", answerBy: { on, by: "statutory" }, stopsAtOnce: false, why: "" },
      ],
      receivedAt: "2026-03-07T09:00:00Z",
      zone: "Europe/Stockholm",
      confirmUrl,
      linkHours,
      myUrl: "https://dsar.example/my",
    }),
  "confirmation-reminder": (language, settings) =>
    confirmationReminderMail({
      ...requesterMail(language, settings),
      references: [reference],
      confirmUrl,
      linkHours,
    }),
  "fresh-link": (language, settings) =>
    freshLinkMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  question: (language, settings) =>
    questionMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  "question-pause": (language, settings) =>
    pausingQuestionMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  extension: (language, settings) =>
    extensionMail({
      ...requesterMail(language, settings),
      reference,
      openUrl,
      linkHours,
      oldDate: on,
      newDate: "2026-06-08" as IsoDate,
      reasons: ["many_systems", "many_requests"],
    }),
  "identity-request": (language, settings) =>
    identityRequestMail({
      ...requesterMail(language, settings),
      reference,
      openUrl,
      linkHours,
      effect: "pause",
    }),
  "person-directly": (language, settings) =>
    personDirectlyMail({ ...requesterMail(language, settings), reference, confirmUrl, linkHours }),
  "answer-ready": (language, settings) =>
    answerReadyMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  "fee-notice": (language, settings) =>
    feeNoticeMail({ ...requesterMail(language, settings), reference, openUrl, linkHours, answerBy: on }),
  "fee-objection": (language, settings) =>
    feeObjectionMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  "fee-dropped": (language, settings) =>
    feeDroppedMail({ ...requesterMail(language, settings), reference, paid: true, goesOn: true }),
  forwarded: (language, settings) =>
    forwardedMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  reopened: (language, settings) =>
    reopenedMail({ ...requesterMail(language, settings), reference, openUrl, linkHours, answerBy: on }),
  "restriction-lifting": (language, settings) =>
    restrictionLiftingMail({ ...requesterMail(language, settings), reference, openUrl, linkHours }),
  "withdrawal-confirmed": (language, settings) =>
    withdrawalConfirmedMail({ ...requesterMail(language, settings), reference, withdrawnOn: on, startUrl }),
  "closed-unconfirmed": (language, settings) =>
    closedUnconfirmedMail({
      ...requesterMail(language, settings),
      reference,
      receivedOn: on,
      closedOn: on,
      startUrl,
    }),
};

/** Every mail to staff. */
export const TO_STAFF: Record<string, Make> = {
  "staff-invitation": (language, settings) =>
    staffInvitationMail({
      language,
      controller: settings?.name ?? SETTINGS.name,
      inviteUrl: openUrl,
      linkHours: 24,
    }),
  "staff-digest": (language, settings) =>
    staffDigestMail({
      language,
      controller: settings?.name ?? SETTINGS.name,
      on,
      groups: [{ kind: "due", references: [reference] }],
      queueUrl: "https://dsar.example/staff/norrsken/queue",
    }),
  "staff-reset": (language) => staffResetMail({ language, resetUrl: openUrl, linkHours: 24 }),
};
