import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { METHODS, RESULTS } from "@/lib/domain/identity/check";
import type { CheckLine } from "@/lib/queries/identity/request-identity";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** How the check ended: the result, the way and a word on how it was checked, never what was shown. */
export async function ResultForm({ of, check }: { readonly of: Seen; readonly check: CheckLine }) {
  const say = await words("identity");
  return (
    <StepForm of={of} step="identity/result" className="grid gap-2">
      <fieldset>
        <legend className="font-bold">{say("staff.record")}</legend>
        <div className="flex flex-wrap gap-x-4">
          {RESULTS.map((result) => (
            <label key={result} className="inline-flex min-h-11 items-center gap-2">
              <input type="radio" name="result" value={result} required className="choice-mark" />
              {say(`result.${result}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label htmlFor="identity-method">{say("staff.whichWay")}</label>
      <select id="identity-method" name="method" defaultValue={check.method ?? ""} className="input">
        <option value="">{say("staff.noWay")}</option>
        {METHODS.map((method) => (
          <option key={method} value={method}>
            {say(`method.${method}`)}
          </option>
        ))}
      </select>
      {check.receivedAt ? null : (
        <>
          <label htmlFor="identity-arrived">{say("staff.arrivedOn")}</label>
          <input id="identity-arrived" name="arrivedOn" type="date" className="input" />
        </>
      )}
      <label htmlFor="identity-note">{say("staff.howChecked")}</label>
      <div id="identity-note-hint" className="text-sm text-soft">
        {say("staff.recordHint")}
      </div>
      <textarea
        id="identity-note"
        name="note"
        rows={2}
        maxLength={2_000}
        aria-describedby="identity-note-hint"
        className="input"
      />
      <div>
        <Button tone="secondary">{say("staff.record")}</Button>
      </div>
    </StepForm>
  );
}
