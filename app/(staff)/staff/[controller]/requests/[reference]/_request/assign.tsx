import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import type { ComplaintJudge } from "@/lib/queries/decision/complaint-judge";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** Who works on the request, and whom it can be given to; of a complaint also who handled something of the person before. */
export async function Assign({
  page,
  of,
  judge,
}: {
  readonly page: RequestPage;
  readonly of: Seen;
  readonly judge: ComplaintJudge | null;
}) {
  const say = await words("staff");
  const tasks = await words("tasks");
  const handled = (id: string) => judge?.handlers.some((each) => each.id === id) ?? false;
  const name = page.assignee?.name ?? say("request.assign.nobody");
  return (
    <Box id="assign" title={say("request.assign.title")}>
      {page.offers.assign ? (
        <StepForm of={of} step="assign" className="flex flex-wrap items-end gap-2">
          <label htmlFor="assigneeId" className="unseen">
            {say("request.assign.label")}
          </label>
          <select
            id="assigneeId"
            name="assigneeId"
            defaultValue={page.assignee?.id ?? ""}
            className="input w-auto min-w-0 flex-1"
          >
            <option value="">{say("request.assign.nobody")}</option>
            {page.colleagues.map((colleague) => (
              <option key={colleague.id} value={colleague.id}>
                {handled(colleague.id) ? tasks("judge.option", { name: colleague.name }) : colleague.name}
              </option>
            ))}
          </select>
          <Button tone="secondary">{say("request.assign.button")}</Button>
        </StepForm>
      ) : (
        <p>{name}</p>
      )}
    </Box>
  );
}
