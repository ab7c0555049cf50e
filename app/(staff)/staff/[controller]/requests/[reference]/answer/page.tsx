import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate } from "@/lib/i18n/format";
import { messagesUnder } from "@/lib/i18n/law-words";
import { answerForm } from "@/lib/queries/decision/answer-form";
import { complaintJudge } from "@/lib/queries/decision/complaint-judge";
import { requestPage } from "@/lib/queries/request/request-page";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { formWords } from "../../../../_form/form-words";
import { Heading } from "../../../../_frame/heading";
import { MayDecide } from "../_decision/complaint-judge";
import { Facts } from "../_request/facts";
import { ThreadBox } from "../_request/thread";
import { AnswerForm } from "./answer-form.client";
import { answerWords } from "./answer-words";
import { beginning, fillingsOf, rulesOf } from "./fillings";
import { toValues } from "./values";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staff"))("request.decision.write") };
}

/** Writing an answer, with what was asked and said beside it. */
export default async function AnswerPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}`;
  const ctx = await deskDoor(controller, `${path}/answer`);
  const here = `/staff/${controller}${path}/answer`;
  const form = await onPage(answerForm(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const asked = await onPage(requestPage(ctx, reference), here);
  const judge = await onPage(complaintJudge(ctx, reference), here);
  const { slug } = ctx.controller;
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  const shown = formatReference(form.reference);
  const { settings } = ctx.controller;
  const fillings = fillingsOf(form, settings);
  const absolute = form.confirmed && !form.outcomes.includes("refused");
  return (
    <>
      <a href={`/staff/${slug}/requests/${form.reference}`} className="inline-flex min-h-11 items-center">
        {say("answer.back")}
      </a>
      <Heading
        lead={say("answer.lead", {
          right: letter(`right.${form.right}`),
          date: formatDate(form.receivedOn, language),
          due: formatDate(form.workBy, language),
        })}
      >
        {say("answer.title", { reference: shown })}
      </Heading>
      <div className="max-w-text">
        {form.from !== "draft" && form.from !== "blank" && form.writable ? (
          <Banner>{say(`answer.earlier.${form.from}`)}</Banner>
        ) : null}
        {form.confirmed ? null : (
          <Banner tone="warn">
            {say("answer.unconfirmed")}{" "}
            {form.closableOn
              ? say("answer.closableOn", { date: formatDate(form.closableOn, language) })
              : say("answer.notReminded")}
          </Banner>
        )}
        {absolute ? <Banner>{say("answer.absolute")}</Banner> : null}
        <MayDecide view={judge} />
        {form.bare ? <Banner tone="warn">{say("answer.bare")}</Banner> : null}
      </div>
      <div className="items-start gap-8 xl:grid xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        {form.writable ? (
          <AnswerForm
            action={`/api/staff/${slug}/requests/${form.reference}/draft`}
            values={toValues(form.answer, form.outcomes, beginning(form, fillings))}
            choices={form.outcomes.map((value) => ({
              value,
              label: say(`answer.outcomes.${value}.label`),
              hint: say(`answer.outcomes.${value}.hint`),
            }))}
            grounds={form.grounds.map(({ id, citation, ...needs }) => ({
              ...needs,
              value: id,
              label: [letter(`refusalGround.${id}.name`), formatCitation(citation, language)]
                .filter(Boolean)
                .join(" – "),
            }))}
            rules={rulesOf(form.activities, form.language, settings.languages)}
            fillings={fillings}
            bare={form.bare}
            words={{
              ...formWords(await words("staffAccess")),
              ...answerWords(
                say,
                say(`answer.languages.${form.language}`),
                say(`answer.check.${form.right}`),
                messagesUnder(settings.profile, language, "answer"),
              ),
            }}
          />
        ) : (
          <Banner tone="warn">{say("preview.changed")}</Banner>
        )}
        <div className="mt-8 grid gap-4 xl:mt-0">
          <Facts page={asked} />
          <ThreadBox page={asked} />
        </div>
      </div>
    </>
  );
}
