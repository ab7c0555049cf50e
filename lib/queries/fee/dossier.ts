import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { assessmentsOf } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { feesOf } from "@/lib/db/fee";
import { filesOfPurpose, type NamedFile } from "@/lib/db/file";
import { filingById } from "@/lib/db/filing";
import { requestByReference } from "@/lib/db/request";
import { staffNames } from "@/lib/db/staff";
import { anyDpo } from "@/lib/db/staff-role";
import { type Action, may } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { mayApprove, mayRemoveEvidence, maySecond } from "@/lib/domain/fee/approval";
import { ASSESSABLE } from "@/lib/domain/fee/assessment";
import { type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import { type FeeRules, feeRules } from "@/lib/domain/fee/rules";
import { readReference } from "@/lib/domain/intake/reference";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";
import { type HistoryLine, historyOf } from "@/lib/queries/request/history";
import { type FlagLine, flagLines, keyFor } from "@/lib/queries/request/page-parts";
import { type AssessmentView, assessmentViews } from "./assessment-view";
import { type FeeView, feeViews } from "./fee-view";
import { type LinkLine, linkLines, type Signals, signalsOf } from "./signals";

/** What the reader may do now. Nobody is offered what the command would refuse. */
export type DossierOffers = Readonly<
  Record<
    | "write"
    | "propose"
    | "second"
    | "approve"
    | "drop"
    | "link"
    | "notice"
    | "recall"
    | "choice"
    | "pay"
    | "waive"
    | "refund"
    | "answerObjection",
    boolean
  >
>;

/** A file in the dossier. `sha256` in hex, of its content. */
export type DossierFile = Pick<NamedFile, "id" | "name" | "size" | "sha256"> & {
  readonly proves: "assessment" | "task";
  /** The reader may take it off the assessment that they are writing. */
  readonly removable: boolean;
  readonly by: string;
  readonly at: IsoInstant;
};

/** Everything about whether a request is unfounded or excessive, on one page. */
export type Dossier = {
  readonly reference: string;
  readonly right: Right;
  readonly zone: string;
  readonly language: Language;
  readonly version: number;
  readonly seen: number;
  readonly receivedAt: IsoInstant;
  readonly open: boolean;
  readonly assessable: boolean;
  readonly readable: boolean;
  readonly feePossible: boolean;
  readonly rules: FeeRules | null;
  readonly refusalBy: IsoDate | null;
  readonly refusalLate: boolean;
  /** First day that can be set to answer, counted from today. */
  readonly answerFirst: IsoDate;
  readonly today: IsoDate;
  readonly flags: readonly FlagLine[];
  readonly signals: Signals;
  readonly links: readonly LinkLine[];
  readonly versions: readonly AssessmentView[];
  readonly standing: AssessmentView | null;
  /** What proves the assessments and the tasks, oldest first; none where the reader may not know them. */
  readonly files: readonly DossierFile[];
  readonly ownWords: boolean;
  readonly fees: readonly FeeView[];
  readonly fee: FeeView | null;
  readonly history: readonly HistoryLine[];
  readonly offers: DossierOffers;
};

const TOLD =
  /^(request\.(received|flagged|flag_removed|withdrawn)|person\.|assessment\.|fee\.|decision\.|export\.dossier)/;

async function filesFor(
  of: { readonly controllerId: string; readonly requestId: string },
  removable: (file: NamedFile) => boolean,
): Promise<readonly DossierFile[]> {
  const files = [
    ...(await filesOfPurpose(of, "assessment_evidence")),
    ...(await filesOfPurpose(of, "proof")),
  ];
  const staff = (by: string) => by.split(":")[1] ?? "";
  const names = await staffNames(files.map(({ createdBy }) => staff(createdBy)));
  return files.map((file) => {
    const { id, name, size, sha256, createdBy, createdAt } = file;
    return {
      ...{ id, name, size, sha256 },
      proves: file.purpose === "proof" ? "task" : "assessment",
      removable: file.purpose === "assessment_evidence" && removable(file),
      by: names.get(staff(createdBy)) ?? "",
      at: createdAt.toISOString() as IsoInstant,
    };
  });
}

/**
 * The dossier of a request. Opening it is written into the log by `openRequest`, first.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function dossier(ctx: Ctx, reference: string): Promise<Dossier> {
  const staff = authoriseStaff(ctx, "assessment.read");
  const { id: controllerId, settings } = ctx.controller;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(controllerId, stored));
  const filing = request && (await filingById(controllerId, request.filingId));
  if (!request || !filing || !sees(staff, request)) throw new Refused({ code: "not_found" });

  const readable = seesPerson(staff, request);
  const key = await keyFor(request, readable);
  const today = localDate(ctx.now().toISOString(), filing.zone);
  const of = { controllerId, requestId: request.id };
  const all = await assessmentsOf(of);
  const versions = await assessmentViews(all, key);
  const standing = versions.find(({ state }) => ["draft", "proposed", "approved"].includes(state)) ?? null;
  const fees = await feeViews(controllerId, await feesOf(of), key);
  const fee = fees.at(-1) ?? null;
  const history = await historyOf(controllerId, { requestId: request.id, subjectIds: [] });
  const rules = feeRules(request.profile);
  const assessable = ASSESSABLE.includes(request.right);
  const open = request.state === "open";
  const can = (action: Action) => may(staff.roles, action);
  const feeStep = (step: FeeStep) => can("fee.write") && fee !== null && mayFeeStep(fee.state, step).ok;
  const writing = assessable && open && can("assessment.write");
  const draft = all.find(({ state }) => state === "draft");
  const removable = (file: NamedFile) =>
    writing && draft !== undefined && mayRemoveEvidence(draft, staff.staffId, file);
  const feePossible = settings.feeEnabled && rules !== null;
  const noFee =
    !fee || !["pending", "open", "accepted", "objected", "unanswered", "paid"].includes(fee.state);
  const ownWords = standing !== null && !maySecond(standing.writerIds, staff.staffId).ok;
  const second = open && can("assessment.approve") && standing?.state === "proposed" && !ownWords;
  return {
    ...{ today, assessable, readable, open, feePossible, rules, versions, standing, ownWords, fees, fee },
    reference: request.reference,
    right: request.right,
    zone: filing.zone,
    language: filing.language,
    version: request.version,
    seen: Math.max(0, ...history.map((line) => line.seq)),
    receivedAt: request.receivedAt.toISOString() as IsoInstant,
    refusalBy: request.refusalBy,
    refusalLate: request.refusalBy !== null && today > request.refusalBy,
    answerFirst: iso(addDays(day(today), rules?.answerDays.least ?? 0)),
    files: readable ? await filesFor(of, removable) : [],
    flags: await flagLines(request, key),
    signals: await signalsOf(staff, request, filing.zone, key, today),
    links: await linkLines(staff, request, readable),
    history: history.filter((line) => TOLD.test(line.type)),
    offers: {
      write: writing && (standing === null || standing.state === "draft"),
      propose: writing && standing?.state === "draft" && standing.missing.length === 0,
      second,
      approve: second && (await agreesFor(ctx, standing, staff)),
      drop: writing && standing !== null && noFee,
      link: assessable && open && can("person.link"),
      notice:
        open &&
        can("fee.write") &&
        feePossible &&
        noFee &&
        standing?.state === "approved" &&
        standing.proposal === "fee" &&
        filing.confirmedAt !== null,
      recall: open && feeStep("recall"),
      choice: open && feeStep("object"),
      pay: feeStep("pay"),
      waive: feeStep("waive"),
      refund: feeStep("refund") && (fee?.refundable ?? 0) > 0,
      answerObjection: feeStep("answer_objection") && !fee?.events.some((event) => event.state === "pending"),
    },
  };
}

/** Whether the reader may approve the standing assessment; sending it back is anybody's who may be its second person. */
async function agreesFor(ctx: Ctx, standing: AssessmentView | null, { roles }: StaffActor): Promise<boolean> {
  if (!standing) return false;
  const { proposal, writerIds } = standing;
  const dpoWrote = await anyDpo(db(), ctx.controller.id, writerIds);
  return mayApprove({ when: ctx.controller.settings.dpoApproves, proposal, dpoWrote }, roles).ok;
}
