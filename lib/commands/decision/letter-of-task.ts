import { hasLetter, taskLetter } from "@/emails/letters/task-letter";
import { addDays, day, iso } from "@/lib/domain/clock/dates";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { TaskFacts, TaskKind } from "@/lib/domain/decision/task";
import type { Who } from "@/lib/domain/intake/filing";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Letter } from "@/lib/domain/notice/letter";

/** By when the receiver of a letter is asked to confirm. */
const CONFIRM_DAYS = 14;

/** The letter of a task to whom it names, dated today, in the controller's first language; null for a task without one. */
export function letterOfTask(
  settings: ControllerSettings,
  task: { readonly kind: TaskKind; readonly facts: TaskFacts },
  of: { readonly reference: string; readonly who: Who; readonly today: IsoDate },
): Letter | null {
  const { kind } = task;
  if (!hasLetter(kind)) return null;
  const { name, subjectName, email, identifiers } = of.who;
  return taskLetter({
    kind,
    settings,
    language: settings.languages[0] ?? "en",
    reference: formatReference(of.reference),
    task: task.facts,
    person: { name: subjectName || name, email, identifiers },
    on: of.today,
    confirmBy: iso(addDays(day(of.today), CONFIRM_DAYS)),
  });
}
