import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Calendar, HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Profile } from "@/lib/domain/law/profile";

/** What can happen to a clock. */
export const CLOCK_EVENT_TYPES = [
  "identity_requested",
  "identity_received",
  "clarification_requested",
  "clarification_received",
  "extend",
  "fee_requested",
  "fee_confirmed",
  "withdrawn",
  "decided",
  "reopened",
] as const;

export type ClockEventType = (typeof CLOCK_EVENT_TYPES)[number];

/** `occurredAt` is when it happened, not when it was typed in. */
export type ClockEvent = {
  readonly id?: string;
  readonly type: ClockEventType;
  readonly occurredAt: IsoInstant | string;
  /**
   * Of an extension: the last day that its notice names; laws that set the end themselves ignore it. Of a reopening: the
   * day by which an authority or a court ordered the new answer.
   */
  readonly until?: IsoDate;
  /** The id of an earlier event that this one replaces: nothing is edited. */
  readonly supersedes?: string;
};

export type ClockInput = {
  readonly profile: Profile;
  readonly calendar: Calendar;
  readonly holidayPolicy: HolidayPolicy;
  readonly receivedAt: IsoInstant | string;
  /** IANA name of the controller's zone. */
  readonly zone: string;
  readonly right: Right;
  readonly events: readonly ClockEvent[];
  /** How many days before the nominal date the controller wants to answer (its response target). */
  readonly targetDaysBefore: number;
};

/**
 * `running`: a statutory date exists; `paused`: no due date until the answer comes;
 * `not_started`: the profile waits for something (UK identity or fee);
 * `at_once`: no statutory month, to be done now (withdrawal of consent, marketing objection's stop);
 * `promised`: a date of our own, not of the law (complaint in the EU); `stopped`: decided or withdrawn.
 */
export type ClockStatus = "running" | "paused" | "not_started" | "at_once" | "promised" | "stopped";

/**
 * One step of the reason: from which date to which, by which rule (derivation.ts lists them). Its sentence lives
 * in lib/i18n. A choice of our own, and no law, cites "".
 */
export type DerivationStep = {
  readonly rule: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly citation: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

export type Clock = {
  readonly status: ClockStatus;
  /** The local date of receipt; never moves. */
  readonly receivedOn: IsoDate;
  readonly target: IsoDate | null;
  /** The unrolled date: on or before the statutory date under every reading of the calendar. */
  readonly safe: IsoDate | null;
  /** The last day by law (for `promised`: our own promise). */
  readonly statutory: IsoDate | null;
  readonly nominal: IsoDate | null;
  /** The last day to confirm receipt, where the law asks for that. */
  readonly ackBy: IsoDate | null;
  readonly extensionNoticeBy: IsoDate | null;
  /** Last day on which a refusal is in time: GDPR Art. 12(4), not extendable. */
  readonly refusalBy: IsoDate | null;
  /** Last day of a time to think (Switzerland, fee notice); who says nothing until then has withdrawn. */
  readonly confirmBy: IsoDate | null;
  /** First instant that is too late. */
  readonly dueEndExclusive: IsoInstant | null;
  /** Always a date: where the request stands in the queue (paused: the date if the answer came on the day it was last asked). */
  readonly sortOn: IsoDate;
  /** The safe date leads and the screen says so: unchecked calendar or a date outside its years. */
  readonly safeLeads: boolean;
  readonly extended: boolean;
  readonly derivation: readonly DerivationStep[];
};
