import { day, daysBetween } from "@/lib/domain/clock/dates";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import { safeCell } from "./csv-cell";

/** Counts up when a column is added; columns are never renamed, removed or moved. */
export const REGISTER_VERSION = 2;

/** One request as the register of requests lists it. Nothing in it says whose request it is. */
export type RegisterEntry = {
  readonly reference: string;
  readonly requestId: string;
  readonly filingId: string;
  readonly right: string;
  readonly channel: string;
  readonly receivedAt: IsoInstant;
  readonly receivedOn: IsoDate;
  readonly zone: string;
  readonly addressConfirmed: boolean;
  readonly state: string;
  readonly clockStatus: string;
  readonly targetOn: IsoDate | null;
  readonly nominalOn: IsoDate | null;
  readonly safeOn: IsoDate | null;
  readonly statutoryOn: IsoDate | null;
  readonly promisedOn: IsoDate | null;
  readonly workBy: IsoDate;
  readonly extensionNoticeBy: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  readonly assigned: boolean;
  readonly questionsAsked: number;
  readonly flagsStanding: number;
  readonly noticesFailed: number;
  readonly decidedAt: IsoInstant | null;
  readonly outcome: string | null;
  readonly refusalGround: string | null;
  readonly closedAt: IsoInstant | null;
  /** Local date in `zone`. */
  readonly closedOn: IsoDate | null;
  readonly profile: string;
  readonly profileVersion: string;
  readonly ruleVersion: string;
  readonly calendarRegion: string;
  readonly calendarVersion: number;
  readonly holidayPolicy: string;
  /** Whether an extension took effect; the local date of its notice; the last day by law as it was at receipt. */
  readonly extended: boolean;
  readonly extensionNoticeOn: IsoDate | null;
  readonly originalStatutoryOn: IsoDate | null;
  /** Whole days that the clock stood still, of pauses that are over. */
  readonly daysPaused: number;
  /** When the answer took effect: its notice was accepted, or it was posted. */
  readonly answeredAt: IsoInstant | null;
  /** Whether the data protection officer approved the answer. */
  readonly approved: boolean;
  /** Every ground of the refusal, "+" between them. */
  readonly refusalGrounds: string | null;
  readonly finding: string | null;
  readonly findingState: string | null;
  /** Of the newest fee notice, in the smallest unit of its currency. */
  readonly feeMinor: number | null;
  readonly feeCurrency: string | null;
  readonly feeState: string | null;
  readonly timesReopened: number;
  /** When it was written into the register, and in which role: "requester", or roles of staff with "+" between. */
  readonly recordedAt: IsoInstant;
  readonly enteredBy: string;
};

type Cell = string | number | boolean | null;

/** Every column: its name in the file, and what stands in it. The order is the order of the file. */
const COLUMNS: readonly (readonly [name: string, of: (entry: RegisterEntry) => Cell])[] = [
  ["reference", (e) => e.reference],
  ["request_id", (e) => e.requestId],
  ["filing_id", (e) => e.filingId],
  ["right", (e) => e.right],
  ["channel", (e) => e.channel],
  ["received_at", (e) => e.receivedAt],
  ["received_on", (e) => e.receivedOn],
  ["time_zone", (e) => e.zone],
  ["address_confirmed", (e) => e.addressConfirmed],
  ["state", (e) => e.state],
  ["clock_status", (e) => e.clockStatus],
  ["target_on", (e) => e.targetOn],
  ["nominal_on", (e) => e.nominalOn],
  ["safe_on", (e) => e.safeOn],
  ["statutory_on", (e) => e.statutoryOn],
  ["promised_on", (e) => e.promisedOn],
  ["work_by", (e) => e.workBy],
  ["extension_notice_by", (e) => e.extensionNoticeBy],
  ["refusal_by", (e) => e.refusalBy],
  ["assigned", (e) => e.assigned],
  ["questions_asked", (e) => e.questionsAsked],
  ["flags_standing", (e) => e.flagsStanding],
  ["notices_failed", (e) => e.noticesFailed],
  ["decided_at", (e) => e.decidedAt],
  ["outcome", (e) => e.outcome],
  ["refusal_ground", (e) => e.refusalGround],
  ["closed_at", (e) => e.closedAt],
  ["closed_on", (e) => e.closedOn],
  ["days_taken", (e) => days(e.receivedOn, e.closedOn)],
  ["days_late", (e) => late(e.statutoryOn, e.closedOn)],
  ["days_past_promise", (e) => late(e.promisedOn, e.closedOn)],
  ["profile", (e) => e.profile],
  ["profile_version", (e) => e.profileVersion],
  ["rule_version", (e) => e.ruleVersion],
  ["calendar_region", (e) => e.calendarRegion],
  ["calendar_version", (e) => e.calendarVersion],
  ["holiday_policy", (e) => e.holidayPolicy],
  ["extended", (e) => e.extended],
  ["extension_notice_on", (e) => e.extensionNoticeOn],
  ["original_statutory_on", (e) => e.originalStatutoryOn],
  ["days_late_original", (e) => late(e.originalStatutoryOn, e.closedOn)],
  ["days_paused", (e) => e.daysPaused],
  ["answered_at", (e) => e.answeredAt],
  ["approved_by_dpo", (e) => e.approved],
  ["refusal_grounds", (e) => e.refusalGrounds],
  ["finding", (e) => e.finding],
  ["finding_state", (e) => e.findingState],
  ["fee_minor_units", (e) => e.feeMinor],
  ["fee_currency", (e) => e.feeCurrency],
  ["fee_state", (e) => e.feeState],
  ["times_reopened", (e) => e.timesReopened],
  ["recorded_at", (e) => e.recordedAt],
  ["entered_by_role", (e) => e.enteredBy],
];

export const REGISTER_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The cells of one request, in the order of the columns, safe for a spreadsheet. */
export function registerCells(entry: RegisterEntry): readonly string[] {
  return COLUMNS.map(([, of]) => safeCell(of(entry)));
}

/** Local days from receipt to the end; null while it is open. */
function days(from: IsoDate, to: IsoDate | null): number | null {
  return to && daysBetween(day(from), day(to));
}

/** Days past the last day, 0 in time; null while open or where there is no such day. */
function late(last: IsoDate | null, on: IsoDate | null): number | null {
  return last && on ? Math.max(0, daysBetween(day(last), day(on))) : null;
}
