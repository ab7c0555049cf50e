import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { answerTime } from "@/lib/domain/law/answer-time";
import type { Translate } from "@/lib/i18n/translator";

/** By when there is an answer under the controller's law, and how much longer it can take. */
export function answerTimeWords(settings: ControllerSettings, say: Translate): string {
  const { by, within, extra, told } = answerTime(settings);
  const time = { unit: within.unit, count: within.count };
  const first = say(`start.before.answer.${by}`, time);
  if (extra) return `${first} ${say("start.before.answer.longer", { ...time, extra: extra.count })}`;
  return told ? `${first} ${say("start.before.answer.told", time)}` : first;
}
