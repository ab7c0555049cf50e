import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate } from "@/lib/i18n/format";

/** The last day before and after something, side by side, under their names. */
export function OldAndNew({
  labels,
  dates,
  none,
  language,
}: {
  readonly labels: readonly [string, string];
  readonly dates: readonly [IsoDate | null, IsoDate | null];
  /** What is said where there is no last day. */
  readonly none: string;
  readonly language: Language;
}) {
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : none);
  return (
    <dl className="mb-4 grid grid-cols-2 gap-4 border border-line bg-surface p-3">
      {([0, 1] as const).map((at) => (
        <div key={labels[at]}>
          <dt className="text-sm text-soft">{labels[at]}</dt>
          <dd className={at === 1 ? "font-semibold" : ""}>{date(dates[at])}</dd>
        </div>
      ))}
    </dl>
  );
}
