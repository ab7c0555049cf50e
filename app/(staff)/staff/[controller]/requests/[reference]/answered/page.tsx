import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { openRequest } from "@/lib/commands/request/open-request";
import { ANSWER_WAYS } from "@/lib/domain/clock/recorded-answer";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatInstant } from "@/lib/i18n/format";
import { clockView } from "@/lib/queries/clock/clock-view";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { one, type Search } from "../../../../_desk/one";
import { StepForm } from "../../../../_desk/step-form";
import { SelectField } from "../../../../_form/select-field";
import { Heading, Part } from "../../../../_frame/heading";

type Props = {
  readonly params: Promise<{ controller: string; reference: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("timing"))("recordPage.correctTitle", { reference: "" }) };
}

/** The correction of a wrong record of an answer that came another way. */
export default async function AnsweredPage({ params, searchParams }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/answered`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const view = await onPage(clockView(ctx, reference, "request.record"), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("timing");
  const staff = await words("staff");
  const language = await pageLanguage();
  const corrects = one(await searchParams, "corrects");
  const wrong = view.events.find(({ id, correctable }) => correctable && id === corrects);
  const asked = view.askedAt ?? view.events.findLast(({ type }) => type === "clarification_requested")?.at;
  const of = { slug, reference: view.reference, version: view.version, seen: view.seen };
  const title = say("recordPage.correctTitle", { reference: formatReference(view.reference) });
  const back = (
    <ButtonLink tone="secondary" href={`/staff/${slug}/requests/${view.reference}`}>
      {staff("request.conflict.back")}
    </ButtonLink>
  );
  if (!asked || !wrong) {
    return (
      <div className="max-w-text">
        <Heading>{title}</Heading>
        <Banner tone="warn">{say("recordPage.none")}</Banner>
        {back}
      </div>
    );
  }
  return (
    <div className="max-w-text">
      <Heading lead={say("recordPage.lead")}>{title}</Heading>
      <StepForm of={of} step="correct-answer">
        <input type="hidden" name="corrects" value={wrong.id} />
        <TextField
          name="on"
          type="date"
          required
          max={view.today}
          label={say("recordPage.on")}
          hint={say("recordPage.onHint", { asked: formatInstant(asked, view.zone, language) })}
          className="max-w-48"
        />
        <SelectField
          name="way"
          label={say("recordPage.way")}
          options={ANSWER_WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
        />
        <TextArea
          name="reason"
          required
          maxLength={2_000}
          rows={4}
          label={say("recordPage.reason")}
          hint={say("recordPage.reasonHint")}
        />
        <div className="flex flex-wrap gap-4">
          <Button>{say("recordPage.saveCorrect")}</Button>
          {back}
        </div>
      </StepForm>
      <Part id="wrong" title={say("recordPage.wrong")}>
        <p className="mb-4">{say("recordPage.wrongHint")}</p>
        <StepForm of={of} step="take-back-answer">
          <input type="hidden" name="corrects" value={wrong.id} />
          <TextArea
            id="why"
            name="reason"
            required
            maxLength={2_000}
            rows={3}
            label={say("recordPage.why")}
          />
          <Button tone="danger">{say("recordPage.wrongButton")}</Button>
        </StepForm>
      </Part>
    </div>
  );
}
