import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { type ExtensionPreview, previewExtension } from "@/lib/commands/clock/preview-extension";
import { openRequest } from "@/lib/commands/request/open-request";
import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { StepForm } from "../../../../_desk/step-form";
import { Heading } from "../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reference = readReference((await params).reference);
  const say = await words("timing");
  return { title: say("extendPage.title", { reference: reference ? formatReference(reference) : "" }) };
}

/** The one extension: why, in particular, what is done already; and whether it would still be in time. */
export default async function ExtendPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/extend`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const preview = await onPage(previewExtension(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("timing");
  const staff = await words("staff");
  const back = `/staff/${slug}/requests/${preview.reference}`;
  const { text } = preview;
  return (
    <div className="max-w-text">
      <Heading lead={say("extendPage.lead")}>
        {say("extendPage.title", { reference: formatReference(preview.reference) })}
      </Heading>
      <Limits preview={preview} />
      {preview.open && preview.no === null ? (
        <StepForm
          of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
          step="extension"
        >
          <fieldset className="mb-8" aria-describedby="reasons-hint">
            <legend className="text-lg font-semibold">{say("extendPage.reasons")}</legend>
            <div id="reasons-hint" className="mb-2 text-soft">
              {say("extendPage.notOffered")}
            </div>
            {EXTENSION_REASONS.map((reason) => (
              <div key={reason} className="flex min-h-11 items-start gap-3 py-2">
                <input
                  type="checkbox"
                  id={`reason-${reason}`}
                  name={`reason-${reason}`}
                  value="yes"
                  defaultChecked={text.reasons.includes(reason)}
                  className="choice-mark"
                />
                <label htmlFor={`reason-${reason}`}>
                  {say(reason === "many_requests" ? "extendPage.number" : "extendPage.complexity")}
                  {": "}
                  {say(`reason.${reason}`)}
                </label>
              </div>
            ))}
          </fieldset>
          {preview.bare ? <Banner tone="warn">{say("extendPage.bare")}</Banner> : null}
          {(["specific", "done"] as const).map((name) => (
            <TextArea
              key={name}
              name={name}
              label={say(`extendPage.${name}`)}
              hint={say(`extendPage.${name}Hint`)}
              defaultValue={text[name]}
              maxLength={5_000}
            />
          ))}
          {preview.told ? (
            <TextField
              name="until"
              type="date"
              label={say("extendPage.until")}
              hint={say("extendPage.untilHint")}
              defaultValue={text.until ?? ""}
              min={preview.today}
              className="max-w-48"
            />
          ) : null}
          <div className="flex flex-wrap gap-4">
            <Button>{say("extendPage.preview")}</Button>
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

async function Limits({ preview }: { readonly preview: ExtensionPreview }) {
  const say = await words("timing");
  const language = await pageLanguage();
  const { before, no, waiting, effective, oldDate, open } = preview;
  const date = (on: typeof oldDate) => (on ? formatDate(on, language) : say("box.noDate"));
  if (!open) return <Banner tone="warn">{say("extendPage.closed")}</Banner>;
  if (no !== null) {
    const why = no === "already_extended" ? (waiting ? "waiting" : "again") : "impossible";
    return <Banner tone="warn">{say(`extendPage.${why}`)}</Banner>;
  }
  return (
    <>
      {effective ? (
        <Banner>
          {before.extensionNoticeBy
            ? `${say("extendPage.limit", { date: date(before.extensionNoticeBy) })} `
            : ""}
          {say("extendPage.inTime")}
        </Banner>
      ) : (
        <Banner tone="error">{say("extendPage.late", { date: date(oldDate) })}</Banner>
      )}
      {before.refusalBy ? (
        <p className="mb-6">{say("extendPage.refusal", { date: date(before.refusalBy) })}</p>
      ) : null}
    </>
  );
}
