import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import type { NoticeState } from "@/lib/domain/notice/kinds";
import { formatInstant } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { NoticeLine } from "@/lib/queries/request/page-parts";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";
import { mayUndo } from "./undo-bar";

const TROUBLED: readonly NoticeState[] = ["failed", "held"];
const TO_DO: readonly NoticeState[] = [...TROUBLED, "to_post"];

/**
 * Every notice and letter about a request and what became of it; what did not arrive is on top, and can be sent again or, if it
 * is a letter of staff, be taken back.
 */
export async function Notices({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const { slug } = of;
  const say = await words("staff");
  const tasks = await words("tasks");
  const register = await words("register");
  const language = await pageLanguage();
  const instant = (at: string) => formatInstant(at, page.zone, language);
  const troubledFirst = [...page.notices].sort((a, b) => rank(a) - rank(b));
  return (
    <Box id="notices" title={say("request.notices.title")}>
      {page.notices.length === 0 ? <p className="text-soft">{say("request.notices.empty")}</p> : null}
      <ul className="grid gap-2">
        {troubledFirst.map((notice) => (
          <li key={notice.id}>
            <p className="font-semibold">{say(`request.notices.kind.${notice.kind}`)}</p>
            <p className={`text-sm ${notice.state === "failed" ? "font-semibold text-error" : "text-soft"}`}>
              {became(notice, say, instant)}
            </p>
            {page.offers.post && (notice.state === "to_post" || notice.posted) ? (
              <a
                href={`/staff/${slug}/requests/${page.reference}/letters?notice=${notice.id}`}
                className="inline-flex min-h-9 items-center"
              >
                {register(notice.posted ? "letter.see" : "letter.open")}
              </a>
            ) : null}
            {page.offers.retry && TROUBLED.includes(notice.state) ? (
              <form method="post" action={`/api/staff/${slug}/notices/retry`}>
                <input type="hidden" name="noticeId" value={notice.id} />
                <input type="hidden" name="reference" value={page.reference} />
                <Button tone="secondary" className="mt-1">
                  {say(notice.state === "held" ? "request.notices.retryHeld" : "request.notices.retry")}
                </Button>
              </form>
            ) : null}
            {page.offers.undo &&
            notice.undoable &&
            TO_DO.includes(notice.state) &&
            mayUndo(page, notice.kind) ? (
              <StepForm of={of} step="undo-send" className="mt-1">
                <input type="hidden" name="noticeId" value={notice.id} />
                <Button tone="quiet">{tasks("undo.letter")}</Button>
              </StepForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Box>
  );
}

function rank({ state }: NoticeLine): number {
  return TO_DO.includes(state) ? 0 : 1;
}

function became(notice: NoticeLine, say: Translate, instant: (at: string) => string): string {
  const { state, attempts, lastError, nextAttemptAt, acceptedAt, owedAt } = notice;
  switch (state) {
    case "accepted":
      return say(`request.notices.state.${notice.posted ? "posted" : "accepted"}`, {
        instant: instant(acceptedAt ?? owedAt),
      });
    case "failed":
      return say("request.notices.state.failed", { attempts, code: lastError ?? "?" });
    case "held":
      return say("request.notices.state.held", { instant: instant(nextAttemptAt) });
    case "owed":
      if (attempts > 0) {
        return say("request.notices.state.retried", { attempts, instant: instant(nextAttemptAt) });
      }
      return nextAttemptAt > owedAt
        ? say("request.notices.state.waits", { instant: instant(nextAttemptAt) })
        : say("request.notices.state.owed");
    case "to_post":
    case "sending":
    case "recalled":
      return say(`request.notices.state.${state}`);
  }
}
