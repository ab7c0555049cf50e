import type { Metadata } from "next";
import type { ReactNode } from "react";
import { BackButton, BackLink } from "@/app/_ui/back";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { placePath, QUESTION_FORM, stepAction } from "@/app/_ui/public-paths";
import { words } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import { type DraftAnswers, type Step, stepBefore } from "@/lib/domain/intake/draft";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";
import { type Answers, answersOf } from "./answers";
import { GonePage } from "./gone-page";
import { openStep } from "./open-step";

export type QuestionProps = {
  readonly slug: string;
  readonly step: Step;
  /** Opened from the check page, to go back there. */
  readonly fromCheck: boolean;
  readonly children: (ask: { answers: Answers; ctx: Ctx; draft: DraftAnswers }) => ReactNode;
};

/** A page with one question group: what is wrong, Back, the fields, Continue. Works as a plain form. */
export async function QuestionPage({ slug, step, fromCheck, children }: QuestionProps) {
  const ctx = await controllerDoor(slug);
  const draft = await openStep(ctx, step);
  if (!draft) return <GonePage ctx={ctx} />;
  const common = await words("common");
  const say = await words("public");
  const answers = answersOf(draft, step, ctx.language);
  const hasBack = stepBefore(draft, step) !== null;
  return (
    <PublicShell
      portal={await portal(ctx)}
      path={placePath(slug, step)}
      question
      before={
        hasBack ? (
          <BackButton form={QUESTION_FORM} text={common("back")} />
        ) : (
          <BackLink href={`/${slug}`} text={common("back")} />
        )
      }
    >
      <ErrorSummary title={common("errorSummary")} lines={answers.errors} />
      <form id={QUESTION_FORM} method="post" action={stepAction(slug, step)} noValidate>
        {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
        {children({ answers, ctx, draft })}
        <Button name="leaving" value="next">
          {common("continue")}
        </Button>
      </form>
      <form method="post" action={`/api/public/${slug}/draft/discard`} className="mt-10">
        <Button tone="quiet">{say("form.discard")}</Button>
      </form>
    </PublicShell>
  );
}

/** The title of a question page, beginning with "Fel:" when something on it is wrong. */
export async function questionMetadata(slug: string, step: Step, title: string): Promise<Metadata> {
  const ctx = await controllerDoor(slug);
  const common = await words("common");
  const draft = await openStep(ctx, step);
  const wrong = (draft?.steps[step]?.issues.length ?? 0) > 0;
  const page = wrong ? common("errorTitle", { title }) : title;
  return {
    title: common("titleAt", { title: page, name: ctx.controller.settings.name }),
    robots: { index: false },
  };
}

export type PageProps = {
  readonly params: Promise<{ readonly controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** What every question page reads from its address. */
export async function fromAddress({ params, searchParams }: PageProps) {
  return { slug: (await params).controller, fromCheck: (await searchParams).from === "check" };
}
