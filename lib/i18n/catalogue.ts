import type { Language } from "@/lib/domain/kernel/language";
import enAnswer from "./messages/en/answer.json";
import enClock from "./messages/en/clock.json";
import enCommon from "./messages/en/common.json";
import enElsewhere from "./messages/en/elsewhere.json";
import enErrors from "./messages/en/errors.json";
import enFee from "./messages/en/fee.json";
import enFindings from "./messages/en/findings.json";
import enIdentity from "./messages/en/identity.json";
import enLaw from "./messages/en/law.json";
import enLetter from "./messages/en/letter.json";
import enMail from "./messages/en/mail.json";
import enMy from "./messages/en/my.json";
import enPaper from "./messages/en/paper.json";
import enPost from "./messages/en/post.json";
import enProcessing from "./messages/en/processing.json";
import enPublic from "./messages/en/public.json";
import enRegister from "./messages/en/register.json";
import enStaff from "./messages/en/staff.json";
import enStaffAccess from "./messages/en/staff-access.json";
import enTasks from "./messages/en/tasks.json";
import enTiming from "./messages/en/timing.json";
import enWording from "./messages/en/wording.json";
import enWritten from "./messages/en/written.json";
import svAnswer from "./messages/sv/answer.json";
import svClock from "./messages/sv/clock.json";
import svCommon from "./messages/sv/common.json";
import svElsewhere from "./messages/sv/elsewhere.json";
import svErrors from "./messages/sv/errors.json";
import svFee from "./messages/sv/fee.json";
import svFindings from "./messages/sv/findings.json";
import svIdentity from "./messages/sv/identity.json";
import svLaw from "./messages/sv/law.json";
import svLetter from "./messages/sv/letter.json";
import svMail from "./messages/sv/mail.json";
import svMy from "./messages/sv/my.json";
import svPaper from "./messages/sv/paper.json";
import svPost from "./messages/sv/post.json";
import svProcessing from "./messages/sv/processing.json";
import svPublic from "./messages/sv/public.json";
import svRegister from "./messages/sv/register.json";
import svStaff from "./messages/sv/staff.json";
import svStaffAccess from "./messages/sv/staff-access.json";
import svTasks from "./messages/sv/tasks.json";
import svTiming from "./messages/sv/timing.json";
import svWording from "./messages/sv/wording.json";
import svWritten from "./messages/sv/written.json";

/** Message files, one per namespace and language. The front's own few sentences are with lib/server. */
export const NAMESPACES = [
  "common",
  "public",
  "my",
  "staff",
  "staffAccess",
  "errors",
  "fee",
  "clock",
  "letter",
  "mail",
  "timing",
  "answer",
  "paper",
  "tasks",
  "findings",
  "post",
  "register",
  "identity",
  "processing",
  "law",
  "written",
  "elsewhere",
  "wording",
] as const;
export type Namespace = (typeof NAMESPACES)[number];

export type Messages = { readonly [key: string]: string | Messages };

/** Every message of every language; imported, so that they are in every build and process. */
export const CATALOGUE: Readonly<Record<Language, Readonly<Record<Namespace, Messages>>>> = {
  sv: {
    common: svCommon,
    public: svPublic,
    my: svMy,
    staff: svStaff,
    staffAccess: svStaffAccess,
    errors: svErrors,
    fee: svFee,
    identity: svIdentity,
    clock: svClock,
    letter: svLetter,
    mail: svMail,
    timing: svTiming,
    answer: svAnswer,
    paper: svPaper,
    tasks: svTasks,
    findings: svFindings,
    post: svPost,
    register: svRegister,
    processing: svProcessing,
    law: svLaw,
    written: svWritten,
    elsewhere: svElsewhere,
    wording: svWording,
  },
  en: {
    common: enCommon,
    public: enPublic,
    my: enMy,
    staff: enStaff,
    staffAccess: enStaffAccess,
    errors: enErrors,
    fee: enFee,
    identity: enIdentity,
    clock: enClock,
    letter: enLetter,
    mail: enMail,
    timing: enTiming,
    answer: enAnswer,
    paper: enPaper,
    tasks: enTasks,
    findings: enFindings,
    post: enPost,
    register: enRegister,
    processing: enProcessing,
    law: enLaw,
    written: enWritten,
    elsewhere: enElsewhere,
    wording: enWording,
  },
};
