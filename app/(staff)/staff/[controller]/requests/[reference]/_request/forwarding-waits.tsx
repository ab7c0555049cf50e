import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { pageLanguage, words } from "@/app/_ui/words";
import type { ForwardingLetters } from "@/lib/commands/request/forwarding-letters";
import { formatInstant } from "@/lib/i18n/format";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";
import { Approval } from "../_decision/approval";
import { NoticeView } from "../_notice/notice-view";

/** A request that is sent on when the data protection officer agrees: both letters, and who may say so. */
export async function ForwardingWaits({
  view,
  of,
  zone,
}: {
  readonly view: ForwardingLetters | null;
  readonly of: Seen;
  readonly zone: string;
}) {
  if (!view) return null;
  const say = await words("register");
  const staff = await words("staff");
  const tasks = await words("tasks");
  const at = formatInstant(view.at, zone, await pageLanguage());
  return (
    <Box id="forwarding-waits" title={say("forward.waits.title")}>
      <p>{say("forward.waits.written", { name: view.by, at })}</p>
      <p className="text-sm">{staff("request.decision.awaiting")}</p>
      {view.offers.recall ? (
        <StepForm of={of} step="recall" className="my-2">
          <Button tone="danger">{say("forward.waits.recall")}</Button>
        </StepForm>
      ) : null}
      {view.own ? <p className="text-sm">{tasks("approval.own")}</p> : null}
      {view.offers.approve && view.read ? (
        <Approval of={of} what="forwarding" fingerprint={view.read.fingerprint} />
      ) : null}
      {view.read ? (
        <Details summary={say("forward.waits.letters")} open={view.offers.approve}>
          {view.read.letters.map((notice) => (
            <NoticeView key={notice.to} notice={notice} kind="forwarding" level={3} />
          ))}
        </Details>
      ) : (
        <p className="text-sm text-soft">{staff("request.decision.masked")}</p>
      )}
    </Box>
  );
}
