import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { words } from "@/app/_ui/words";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** The data protection officer reads what will leave, and approves it or sends it back with a reason. */
export async function Approval({
  of,
  what,
  fingerprint,
}: {
  readonly of: Seen;
  readonly what: "answer" | "forwarding";
  readonly fingerprint: string;
}) {
  const say = await words("tasks");
  return (
    <div className="my-3 rounded border-2 border-accent p-3">
      <h3 className="font-bold">{say(`approval.title.${what}`)}</h3>
      <p className="text-sm">{say(`approval.hint.${what}`)}</p>
      <StepForm of={of} step="approve" className="my-2">
        <input type="hidden" name="letter" value={fingerprint} />
        <Button>{say("approval.approve")}</Button>
      </StepForm>
      <Details summary={say("approval.back")}>
        <StepForm of={of} step="send-back">
          <label htmlFor="send-back" className="font-semibold">
            {say("approval.reason")}
          </label>
          <textarea id="send-back" name="text" rows={2} required maxLength={5_000} className="input my-2" />
          <Button tone="danger">{say("approval.back")}</Button>
        </StepForm>
      </Details>
    </div>
  );
}
