import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { previewQuestion } from "@/lib/commands/clock/preview-question";
import { openRequest } from "@/lib/commands/request/open-request";
import { CLARIFICATION_REASONS } from "@/lib/domain/clock/stops-clock";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { StepForm } from "../../../../_desk/step-form";
import { SelectField } from "../../../../_form/select-field";
import { Heading } from "../../../../_frame/heading";
import { PauseDates } from "./pause-dates";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reference = readReference((await params).reference);
  const say = await words("timing");
  return { title: say("askPage.title", { reference: reference ? formatReference(reference) : "" }) };
}

/** One question to the requester: the officer chooses whether the time stands still, and sees what that does. */
export default async function AskPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/ask`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const preview = await onPage(previewQuestion(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const kept = await onPage(keptFields(ctx, reference, "question"), here);
  const { slug } = ctx.controller;
  const say = await words("timing");
  const staff = await words("staff");
  const identity = await words("identity");
  const optional = (await words("common"))("optional");
  const language = await pageLanguage();
  const back = `/staff/${slug}/requests/${preview.reference}`;
  const mayStop = preview.effect !== "none" && !preview.asked;
  return (
    <div className="max-w-text">
      <Heading lead={say("askPage.lead")}>
        {say("askPage.title", { reference: formatReference(preview.reference) })}
      </Heading>
      {preview.open ? null : <Banner tone="warn">{say("extendPage.closed")}</Banner>}
      {preview.gaps.length > 0 ? (
        <Banner tone="error" title={say("askPage.unread")}>
          <ul className="list-disc pl-5">
            {preview.gaps.map((gap) => (
              <li key={gap}>{identity(`release.${gap}`)}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {preview.open && preview.gaps.length === 0 ? (
        <StepForm
          of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
          step="letters/question/keep"
        >
          <TextArea
            name="text"
            label={say("askPage.text")}
            required
            maxLength={5_000}
            rows={4}
            defaultValue={kept.text}
          />
          <fieldset className="mb-6">
            <legend className="text-lg font-semibold">{say("askPage.lead")}</legend>
            <Choice
              name="stops"
              value="no"
              label={say("askPage.runs")}
              hint={say("askPage.runsHint")}
              checked={kept.category === undefined}
            />
            {mayStop ? (
              <Choice
                name="stops"
                value="yes"
                label={say("askPage.stops")}
                hint={say("askPage.stopsHint")}
                checked={kept.category !== undefined}
              />
            ) : (
              <p className="mt-2">{say(preview.asked ? "askPage.open" : "askPage.cannot")}</p>
            )}
          </fieldset>
          {mayStop ? (
            <section aria-labelledby="stopping" className="mb-6 border-l-4 border-line pl-4">
              <h2 id="stopping" className="mb-3 text-xl font-bold">
                {say("askPage.onlyStops")}
              </h2>
              {preview.lateDays === null ? null : (
                <Banner tone="warn">{say("askPage.lateWarning", { days: preview.lateDays })}</Banner>
              )}
              {preview.needsLargeQuantity ? (
                <Choice
                  type="checkbox"
                  name="largeQuantity"
                  value="yes"
                  label={say("askPage.large")}
                  hint={say("askPage.largeHint")}
                  checked={kept.largeQuantity === "yes"}
                />
              ) : null}
              <SelectField
                name="category"
                label={say("askPage.category")}
                defaultValue={kept.category}
                options={CLARIFICATION_REASONS.map((value) => ({ value, label: say(`category.${value}`) }))}
              />
              <TextArea
                name="reason"
                label={say("askPage.reason")}
                hint={say("askPage.reasonHint")}
                maxLength={2_000}
                rows={3}
                defaultValue={kept.reason}
              />
              <TextArea
                name="choices"
                label={say("askPage.choices")}
                optional={optional}
                maxLength={2_000}
                rows={3}
                defaultValue={kept.choices}
              />
              <p className="font-semibold">{say("askPage.added")}</p>
              <div lang={preview.language} className="mt-2 mb-6 grid gap-2 border border-line bg-surface p-4">
                {preview.added.map((part) => (
                  <p key={part}>{part}</p>
                ))}
              </div>
              <PauseDates preview={preview} say={say} language={language} />
            </section>
          ) : null}
          <div className="flex flex-wrap gap-4">
            <Button>{say("askPage.preview")}</Button>
            <ButtonLink tone="secondary" href={back}>
              {staff("request.conflict.back")}
            </ButtonLink>
          </div>
        </StepForm>
      ) : (
        <ButtonLink tone="secondary" href={back}>
          {staff("request.conflict.back")}
        </ButtonLink>
      )}
    </div>
  );
}

function Choice({
  type = "radio",
  name,
  value,
  label,
  hint,
  checked = false,
}: {
  readonly type?: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly checked?: boolean;
}) {
  const id = `${name}-${value}`;
  return (
    <div className="flex min-h-11 items-start gap-3 py-2">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        className="choice-mark"
        aria-describedby={`${id}-hint`}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <div id={`${id}-hint`} className="text-soft">
          {hint}
        </div>
      </div>
    </div>
  );
}
