import { Tag, type TagTone } from "@/app/_ui/tag";
import { pageLanguage, words } from "@/app/_ui/words";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { DUE_SOON_DAYS } from "@/lib/domain/request/queue";
import { formatDate } from "@/lib/i18n/format";

function toneOf(daysLeft: number): TagTone {
  if (daysLeft < 0) return "error";
  return daysLeft <= DUE_SOON_DAYS ? "warn" : "neutral";
}

/** How long there is left, in words, and until which date; the colour only repeats it. */
export async function Due({ on, daysLeft }: { readonly on: IsoDate; readonly daysLeft: number }) {
  const say = await words("clock");
  const language = await pageLanguage();
  const text = daysLeft < 0 ? say("daysLate", { days: -daysLeft }) : say("daysLeft", { days: daysLeft });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="whitespace-nowrap">
        <Tag tone={toneOf(daysLeft)}>{text}</Tag>
      </span>
      <span className="whitespace-nowrap text-sm">{formatDate(on, language)}</span>
    </span>
  );
}
