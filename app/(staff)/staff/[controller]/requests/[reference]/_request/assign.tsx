import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** Who works on the request, and whom it can be given to. */
export async function Assign({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const say = await words("staff");
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
                {colleague.name}
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
