import type { Metadata } from "next";
import { Button, ButtonLink } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { openRequest } from "@/lib/commands/request/open-request";
import { DOUBTS, METHODS } from "@/lib/domain/identity/check";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { StepForm } from "../../../../_desk/step-form";
import { Heading } from "../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("identity"))("staff.page") };
}

/** Writes a request for proof of identity; what is kept can be looked at as a letter before it is sent. */
export default async function IdentityPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/identity`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const preview = await onPage(previewIdentityRequest(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("identity");
  const { draft } = preview;
  const back = `/staff/${slug}/requests/${preview.reference}`;
  return (
    <div className="max-w-text">
      <Heading lead={say(preview.possible ? "staff.lead" : "staff.never")}>{say("staff.page")}</Heading>
      {preview.possible ? (
        <StepForm
          of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
          step="identity/draft"
          className="grid gap-3"
        >
          <label htmlFor="category" className="font-semibold">
            {say("staff.category")}
          </label>
          <select id="category" name="category" defaultValue={draft?.category ?? DOUBTS[0]} className="input">
            {DOUBTS.map((doubt) => (
              <option key={doubt} value={doubt}>
                {say(`doubt.${doubt}`)}
              </option>
            ))}
          </select>
          <Words
            name="doubt"
            label={say("staff.doubtText")}
            hint={say("staff.doubtHint")}
            value={draft?.doubt}
          />
          <Words
            name="needed"
            label={say("staff.neededText")}
            hint={say("staff.neededHint")}
            value={draft?.needed}
          />
          <fieldset>
            <legend className="font-semibold">{say("staff.offer")}</legend>
            {METHODS.map((method) => (
              <label key={method} className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name={`by_${method}`}
                  value="on"
                  defaultChecked={
                    draft ? draft.methods.includes(method) : method === "account" || method === "facts"
                  }
                  className="choice-mark"
                />
                {say(`method.${method}`)}
              </label>
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-4">
            <Button>{say("staff.preview")}</Button>
            <ButtonLink tone="secondary" href={back}>
              {say("staff.back")}
            </ButtonLink>
          </div>
        </StepForm>
      ) : (
        <ButtonLink tone="secondary" href={back}>
          {say("staff.back")}
        </ButtonLink>
      )}
    </div>
  );
}

function Words({
  name,
  label,
  hint,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
}) {
  return (
    <div>
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      <div id={`${name}-hint`} className="text-sm text-soft">
        {hint}
      </div>
      <textarea
        id={name}
        name={name}
        rows={4}
        maxLength={3_000}
        defaultValue={value ?? ""}
        aria-describedby={`${name}-hint`}
        className="input mt-1"
      />
    </div>
  );
}
