import { ButtonLink } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";

/** What can be kept: a document, and the last day for a calendar. */
export async function KeepFiles({
  pdf,
  calendar,
}: {
  readonly pdf: { readonly href: string; readonly text: string } | null;
  readonly calendar: string | null;
}) {
  const say = await words("paper");
  if (!pdf && !calendar) return null;
  return (
    <div className="not-printed my-6 flex flex-wrap gap-3">
      {pdf ? (
        <ButtonLink tone="secondary" href={pdf.href} download>
          {pdf.text}
        </ButtonLink>
      ) : null}
      {calendar ? (
        <ButtonLink tone="secondary" href={calendar} download>
          {say("keep.calendar")}
        </ButtonLink>
      ) : null}
    </div>
  );
}
