import { Button, ButtonLink } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";
import { Approval } from "./approval";

/** What was decided and whether it is in effect; or the way to writing the answer. */
export async function DecisionBox({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const say = await words("staff");
  const href = `/staff/${of.slug}/requests/${page.reference}/answer`;
  return (
    <Box id="decision" title={say("request.decision.title")}>
      {page.decision ? <Decided page={page} of={of} /> : null}
      {page.decision || page.offers.decide ? null : (
        <p className="text-soft">{say("request.decision.none")}</p>
      )}
      {page.offers.decide ? (
        <ButtonLink href={href} className="mt-1">
          {say(page.confirmedAt ? "request.decision.write" : "request.decision.close")}
        </ButtonLink>
      ) : null}
    </Box>
  );
}

async function Decided({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const say = await words("staff");
  const letter = await words("letter");
  const paper = await words("paper");
  const language = await pageLanguage();
  const { decision, zone } = page;
  if (!decision) return null;
  const instant = (at: string) => formatInstant(at, zone, language);
  const leaves = (): string => {
    if (decision.notice === "failed" || decision.notice === "to_post") {
      return say(`request.decision.notice.${decision.notice}`);
    }
    return decision.recallable ? say("request.decision.leaves", { instant: instant(decision.leavesAt) }) : "";
  };
  return (
    <>
      <p>
        {say("request.decision.made", {
          outcome: letter(`outcome.${decision.outcome}`),
          name: decision.decidedBy,
          instant: instant(decision.decidedAt),
        })}
      </p>
      <p className="text-sm">
        {decision.effectiveAt
          ? say("request.decision.effective", { instant: instant(decision.effectiveAt) })
          : say(
              decision.state === "awaiting_approval"
                ? "request.decision.awaiting"
                : "request.decision.pending",
            )}
        {decision.state === "pending" ? ` ${leaves()}` : ""}
      </p>
      {page.offers.recall ? (
        <StepForm of={of} step="recall" className="my-2">
          <Button tone="danger">{say("request.decision.recall")}</Button>
        </StepForm>
      ) : null}
      {page.offers.approve && decision.fingerprint ? (
        <Approval of={of} what="answer" fingerprint={decision.fingerprint} />
      ) : null}
      {decision.letter ? (
        <Details summary={say("request.decision.letter")} open={page.offers.approve}>
          <LetterView letter={decision.letter} level={3} />
          <ButtonLink
            tone="secondary"
            href={`/api/staff/${of.slug}/requests/${page.reference}/letter`}
            download
          >
            {paper("keep.letter")}
          </ButtonLink>
        </Details>
      ) : (
        <p className="text-sm text-soft">{say("request.decision.masked")}</p>
      )}
    </>
  );
}
