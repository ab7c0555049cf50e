import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { FileField } from "@/app/_ui/file-field";
import { pageLanguage, words } from "@/app/_ui/words";
import { INTENT_SIGNS, PROPOSALS } from "@/lib/domain/fee/assessment";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { formatInstant } from "@/lib/i18n/format";
import type { Dossier } from "@/lib/queries/fee/dossier";
import { type Seen, StepForm } from "../../../../../_desk/step-form";

type Props = { readonly view: Dossier; readonly of: Seen };

/** Writes an assessment. A plain form: what was sent is kept, complete or not, and the page says what is missing. */
export async function AssessmentForm({ view, of }: Props) {
  const say = await words("fee");
  const staff = await words("staff");
  const { standing, feePossible } = view;
  // A new version goes on from the one that was sent back.
  const last = view.versions.at(-1);
  const from = standing ?? (last?.state === "sent_back" ? last : null);
  const was = from?.content;
  const first = was?.first ?? view.signals.earlier.length === 0;
  const text = (name: "facts" | "shown" | "against" | "narrow" | "noFee" | "exceptional", hint = true) => (
    <TextArea
      name={name}
      label={say(`assess.fields.${name}`)}
      {...(hint ? { hint: say(`assess.fields.${name}Hint`) } : {})}
      rows={4}
      maxLength={10_000}
      defaultValue={was?.[name] ?? ""}
    />
  );
  const flagged = view.flags.find((flag) => flag.removedAt === null)?.ground;
  const choices = PROPOSALS.filter((proposal) => proposal !== "fee" || feePossible);
  return (
    <>
      <Missing view={view} />
      <h3 className="mb-2 font-bold">{say("assess.form")}</h3>
      <p className="mb-4 text-sm">
        {say("assess.language", { language: staff(`answer.languages.${view.language}`) })}
      </p>
      <StepForm of={of} step="assessment/save/upload" files>
        <Choice
          name="ground"
          legend={say("assess.fields.ground")}
          chosen={from?.ground ?? flagged ?? "excessive"}
          options={FLAG_GROUNDS.map((value) => ({ value, label: say(`ground.${value}`) }))}
        />
        <Choice
          name="proposal"
          legend={say("assess.fields.proposal")}
          chosen={from?.proposal ?? "neither"}
          options={choices.map((value) => ({
            value,
            label: say(`proposal.${value}`),
            hint: say(`proposalHint.${value}`),
          }))}
        />
        {text("facts")}
        <TextArea
          name="evidence"
          label={say("assess.fields.evidence")}
          hint={say("assess.fields.evidenceHint")}
          rows={4}
          maxLength={10_000}
          defaultValue={was?.evidence.join("\n") ?? ""}
        />
        <Choice
          name="sign"
          legend={say("assess.fields.sign")}
          hint={say("assess.fields.signHint")}
          chosen={was?.sign ?? ""}
          options={[
            { value: "", label: say("assess.fields.signNone") },
            ...INTENT_SIGNS.map((value) => ({ value, label: say(`sign.${value}.label`) })),
          ]}
        />
        {text("shown")}
        {text("against")}
        {text("narrow", false)}
        {feePossible ? text("noFee") : null}
        {first ? text("exceptional") : null}
        {/* Last: what stands before a file that is refused has arrived and can be given back. */}
        <FileField
          name="files"
          accept={ACCEPTED}
          multiple
          label={say("assess.fields.files")}
          hint={say("assess.fields.filesHint")}
        />
        <div className="flex flex-wrap gap-4">
          <Button name="then" value="save" tone="secondary">
            {say("assess.save")}
          </Button>
          <Button name="then" value="propose">
            {say("assess.propose")}
          </Button>
        </div>
      </StepForm>
    </>
  );
}

/** What a draft still lacks, in words. */
async function Missing({ view }: { readonly view: Dossier }) {
  const say = await words("fee");
  const language = await pageLanguage();
  const { standing } = view;
  if (standing?.state !== "draft") return null;
  return (
    <>
      <p className="mb-2 text-sm text-soft">
        {say("assess.saved", { instant: formatInstant(standing.savedAt, view.zone, language) })}
      </p>
      {standing.missing.length > 0 ? (
        <Banner tone="warn" level={3} title={say("assess.missingTitle")}>
          <ul className="list-disc pl-5">
            {standing.missing.map((code) => (
              <li key={code}>
                <a href={code === "sign" ? "#sign-0" : `#${code}`}>{say(`assess.missing.${code}`)}</a>
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </>
  );
}

function Choice({
  name,
  legend,
  hint,
  chosen,
  options,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}) {
  return (
    <fieldset className="mb-8" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className="text-lg font-semibold">{legend}</legend>
      {hint ? (
        <div id={`${name}-hint`} className="mt-1 text-soft">
          {hint}
        </div>
      ) : null}
      {options.map((option, at) => {
        const id = `${name}-${at}`;
        return (
          <div key={option.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="radio"
              id={id}
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="choice-mark"
              aria-describedby={option.hint ? `${id}-about` : undefined}
            />
            <div className="min-w-0 flex-1">
              <label htmlFor={id} className="-my-2 block py-2">
                {option.label}
              </label>
              {option.hint ? (
                <div id={`${id}-about`} className="text-sm text-soft">
                  {option.hint}
                </div>
              ) : null}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
