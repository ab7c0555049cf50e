import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { formatDate } from "@/lib/i18n/format";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import type { RecordForm } from "@/lib/queries/request/record-form";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";
import { SelectField } from "../../../../_form/select-field";

/** What came of an existing request by phone, post or in person: one place to write it down, and what it does. */
export async function RecordBox({
  form,
  kept,
  of,
}: {
  readonly form: RecordForm;
  /** A withdrawal that the reader wrote down and has not confirmed. */
  readonly kept: KeptFields;
  readonly of: Seen;
}) {
  if (form.kinds.length === 0 && !form.withdrawing) return null;
  const say = await words("staff");
  if (form.withdrawing) {
    return (
      <Box id="record" title={say("request.record.title")}>
        <p>{say("request.record.withdrawing")}</p>
      </Box>
    );
  }
  const timing = await words("timing");
  const language = await pageLanguage();
  return (
    <Box id="record" title={say("request.record.title")}>
      <p className="text-sm">{say("request.record.lead")}</p>
      <Details summary={say("request.record.open")} open={kept.text !== undefined}>
        <StepForm of={of} step="record" className="grid gap-2">
          <fieldset>
            <legend className="font-semibold">{say("request.record.what")}</legend>
            {form.kinds.map((kind) => (
              <div key={kind} className="flex min-h-11 items-start gap-2 py-1">
                <input
                  type="radio"
                  id={`record-${kind}`}
                  name="kind"
                  value={kind}
                  required
                  defaultChecked={kind === "withdrawal" && kept.text !== undefined}
                  className="choice-mark"
                  aria-describedby={`record-${kind}-means`}
                />
                <div>
                  <label htmlFor={`record-${kind}`}>{say(`request.record.kind.${kind}`)}</label>
                  <div id={`record-${kind}-means`} className="text-sm text-soft">
                    {say(`request.record.means.${kind}`)}
                  </div>
                </div>
              </div>
            ))}
          </fieldset>
          <SelectField
            id="record-way"
            name="way"
            label={say("request.record.way")}
            defaultValue={kept.way}
            options={ANSWER_WAYS.map((value) => ({ value, label: timing(`way.${value}`) }))}
          />
          <TextField
            id="record-on"
            name="on"
            type="date"
            required
            min={form.receivedOn}
            max={form.today}
            defaultValue={kept.on ?? form.today}
            label={say("request.record.on")}
            hint={say("request.record.onHint", { received: formatDate(form.receivedOn, language) })}
            className="max-w-48"
          />
          <TextArea
            id="record-text"
            name="text"
            required
            maxLength={10_000}
            rows={4}
            label={say("request.record.text")}
            hint={say("request.record.textHint")}
            defaultValue={kept.text}
          />
          <div>
            <Button tone="secondary">{say("request.record.button")}</Button>
          </div>
        </StepForm>
      </Details>
    </Box>
  );
}
