import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { type Seen, StepForm } from "../../../../_desk/step-form";
import { Countdown } from "./countdown.client";

/** Letters that have not left: how long each still waits, and the way to take it back. */
export async function UndoBar({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const waiting = page.offers.undo
    ? page.notices.filter(({ undoable, state, kind }) => undoable && state === "owed" && mayUndo(page, kind))
    : [];
  if (waiting.length === 0) return null;
  const say = await words("tasks");
  const staff = await words("staff");
  const language = await pageLanguage();
  return (
    <section aria-label={say("undo.title")} className="mb-4 rounded border-2 border-accent bg-tint p-3">
      <ul className="grid gap-2">
        {waiting.map(({ id, kind, nextAttemptAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              <strong>{staff(`request.notices.kind.${kind}`)}</strong>{" "}
              {say("undo.leaves", { instant: formatInstant(nextAttemptAt, page.zone, language) })}{" "}
              <Countdown
                until={nextAttemptAt}
                words={{ minutes: say("undo.minutes"), seconds: say("undo.seconds"), now: say("undo.now") }}
              />
            </span>
            <StepForm of={of} step="undo-send">
              <input type="hidden" name="noticeId" value={id} />
              <Button tone="secondary">{say("undo.button")}</Button>
            </StepForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An answer is taken back by who may send one, or may approve one that was approved. */
export function mayUndo(page: RequestPage, kind: string): boolean {
  return page.offers.undoAnswer || !(kind === "answer_ready" || kind === "closed_unconfirmed");
}
