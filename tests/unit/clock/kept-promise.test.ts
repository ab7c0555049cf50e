/** The date once told to a requester moves only by a notice (design section 6). */
import { beforeAsked, openQuestions } from "@/lib/domain/clock/open-questions";
import { dateIfAnswered, keptPromise } from "@/lib/domain/clock/promise";
import type { ClockEvent } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { makeClock } from "./make-clock";

const day = (text: string) => text as IsoDate;
