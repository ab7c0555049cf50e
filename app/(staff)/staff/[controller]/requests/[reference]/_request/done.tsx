import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { one, type Search } from "../../../../_desk/one";
import { type Seen, StepForm } from "../../../../_desk/step-form";

const DONE = [
  "assigned",
  "unassigned",
  "noted",
  "asked",
  "flagged",
  "flag-removed",
  "decided",
  "recalled",
  "retried",
  "undone",
  "entered",
  "attached",
  "verified",
  "posted",
  "forwarded",
  "identity-asked",
  "identity-recorded",
  "authority-recorded",
  "answered-directly",
  "approved",
  "sent-back",
  "task-done",
  "reopened",
  "task-not-possible",
  "task-assigned",
  "lifting",
  "others",
  "proof-added",
  "recorded",
  "withdrawal",
];

/** What was just done, and the way to undo it where there is one. */
export async function Done({
  page,
  of,
  search,
}: {
  readonly page: RequestPage;
  readonly of: Seen;
  readonly search: Search;
}) {
  const say = await words("staff");
  const done = DONE.find((each) => each === one(search, "done"));
  if (!done) return null;
  const given = done === "assigned" || done === "unassigned";
  const was = one(search, "was");
  const known = was === "" || page.colleagues.some(({ id }) => id === was);
  return (
    <div role="status">
      <Banner tone="ok">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>
            {say(`request.done.${done}`, {
              name: page.assignee?.name ?? "",
              waits: String(page.standing === "awaiting_approval"),
            })}
          </span>
          {given && known && page.offers.assign && was !== (page.assignee?.id ?? "") ? (
            <StepForm of={of} step="assign">
              <input type="hidden" name="assigneeId" value={was} />
              <Button tone="quiet">{say("request.assign.undo")}</Button>
            </StepForm>
          ) : null}
        </div>
      </Banner>
    </div>
  );
}
