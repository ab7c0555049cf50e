import type { ReadyAnswer } from "@/emails/letters/ready-answer";
import type { Role } from "@/lib/domain/access/access";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Wordings } from "@/lib/domain/notice/wording";

/** All that the letter of an answer is made from. */
export type AnswerFacts = {
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly language: Language;
  readonly reference: string;
  readonly right: Right;
  /** Of the requester. */
  readonly name: string;
  /** The person, where somebody acts for them; "" otherwise. */
  readonly actsFor: string;
  /** Where an appeal to the controller begins; "" under a law that knows none. */
  readonly appealUrl: string;
  readonly receivedOn: IsoDate;
  /** It is printed, for somebody without an email address. */
  readonly byPost?: boolean | undefined;
  readonly decidedOn: IsoDate;
  /** The last day for this answer, where it comes after it; null otherwise. */
  readonly lateSince: IsoDate | null;
  /** In what capacity it was decided; a letter needs no name. */
  readonly decidedBy: Role;
  /** Carries the authority: see ReadyAnswer. */
  readonly answer: ReadyAnswer;
};
