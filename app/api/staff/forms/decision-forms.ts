import { date, type Form, files, line, lines, oneOf } from "@/app/api/staff/form-fields";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { TASK_GROUNDS } from "@/lib/domain/decision/task";

export const TASK_DONE: Form = [
  lines("text", "tasks.done.text"),
  line("systems", "tasks.done.systems"),
  date("on", "tasks.done.on"),
  files("proof", "tasks.done.files"),
];

export const TASK_PROOF: Form = [files("proof", "tasks.proof.files")];

export const TASK_NOT_POSSIBLE: Form = [
  oneOf("ground", "tasks.undone.because", TASK_GROUNDS, (ground) => `tasks.ground.${ground}`),
  lines("text", "tasks.undone.text"),
];

export const SEND_BACK: Form = [lines("text", "tasks.approval.reason")];

export const LIFT_SUPPRESSION: Form = [
  line("email", "tasks.suppressions.lift.email"),
  date("on", "tasks.suppressions.lift.on"),
  oneOf("way", "tasks.suppressions.lift.way", ANSWER_WAYS, (way) => `timing.way.${way}`),
  lines("text", "tasks.suppressions.lift.text"),
];
