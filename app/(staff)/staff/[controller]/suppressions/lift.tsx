import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { LiftedLine } from "@/lib/queries/decision/suppressions";
import { SelectField } from "../../_form/select-field";

/** Takes an address off the list, because the person wishes direct marketing again, and keeps how they said so. */
export async function Lift({ slug, today }: { readonly slug: string; readonly today: IsoDate }) {
  const say = await words("tasks");
  const timing = await words("timing");
  return (
    <Details summary={say("suppressions.lift.open")}>
      <p className="mb-4">{say("suppressions.lift.lead")}</p>
      <form method="post" action={`/api/staff/${slug}/suppressions/lift`} autoComplete="off">
        <TextField
          name="email"
          type="email"
          required
          maxLength={254}
          label={say("suppressions.lift.email")}
        />
        <TextField
          name="on"
          type="date"
          required
          max={today}
          defaultValue={today}
          label={say("suppressions.lift.on")}
          className="max-w-48"
        />
        <SelectField
          name="way"
          label={say("suppressions.lift.way")}
          options={ANSWER_WAYS.map((value) => ({ value, label: timing(`way.${value}`) }))}
        />
        <TextArea name="text" required maxLength={5_000} rows={3} label={say("suppressions.lift.text")} />
        <Button tone="secondary">{say("suppressions.lift.button")}</Button>
      </form>
    </Details>
  );
}

/** Entries that were lifted, with the wish that lifted them. */
export async function Lifted({
  lines,
  slug,
  zone,
}: {
  readonly lines: readonly LiftedLine[];
  readonly slug: string;
  readonly zone: string;
}) {
  if (lines.length === 0) return null;
  const say = await words("tasks");
  const timing = await words("timing");
  const language = await pageLanguage();
  return (
    <>
      <h2 className="mt-6 mb-1 text-lg font-bold">{say("suppressions.lift.title")}</h2>
      <ul className="grid gap-3">
        {lines.map(({ reference, since, at, by, wish }) => (
          <li key={`${reference} ${since}`} className="border-l-4 border-line pl-3">
            {reference === null ? null : (
              <a
                href={`/staff/${slug}/requests/${reference}`}
                className="inline-flex min-h-9 items-center font-mono text-sm"
              >
                {formatReference(reference)}
              </a>
            )}
            <p className="text-sm">
              {say("suppressions.lift.was", { name: by, instant: formatInstant(at, zone, language) })}
            </p>
            {wish ? (
              <p className="break-words whitespace-pre-line">
                {formatDate(wish.on, language)}, {timing(`way.${wish.way}`)}: {wish.text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
