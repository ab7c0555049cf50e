import type { Metadata } from "next";
import { BackLink } from "@/app/_ui/back";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/field";
import { issueText } from "@/app/_ui/issue-text";
import { PageTitle } from "@/app/_ui/prose";
import { placePath, QUESTION_FORM } from "@/app/_ui/public-paths";
import { SummaryList } from "@/app/_ui/summary-list";
import { words } from "@/app/_ui/words";
import { chosenRights, stepBefore } from "@/lib/domain/intake/draft";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";
import { GonePage } from "../_form/gone-page";
import { openStep } from "../_form/open-step";
import type { PageProps } from "../_form/question-page";
import { detailRows, whoRows } from "../_form/summary-rows";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const ctx = await controllerDoor((await params).controller, "/request/check");
  const common = await words("common");
  const title = (await words("public"))("check.title");
  const wrong = ((await openStep(ctx, "check"))?.checkIssues.length ?? 0) > 0;
  const page = wrong ? common("errorTitle", { title }) : title;
  return {
    title: common("titleAt", { title: page, name: ctx.controller.settings.name }),
    robots: { index: false },
  };
}

/** Everything once before sending, each answer with a way to change it. */
export default async function CheckPage({ params }: PageProps) {
  const ctx = await controllerDoor((await params).controller, "/request/check");
  const draft = await openStep(ctx, "check");
  if (!draft) return <GonePage ctx={ctx} />;
  const [say, letter, common] = await Promise.all([words("public"), words("letter"), words("common")]);
  const { slug, settings } = ctx.controller;
  const texts = { say, letter, common, language: ctx.language };
  const errors = draft.checkIssues.map((issue) => ({
    field: issue.field,
    text: issueText(ctx.language, issue),
  }));
  const trapped = errors.find(({ field }) => field === "website");
  const back = stepBefore(draft, "check");
  const changeRights = {
    href: `${placePath(slug, "rights")}?from=check`,
    text: common("change"),
    about: say("check.row.right").toLowerCase(),
  };
  return (
    <PublicShell
      portal={await portal(ctx)}
      path={placePath(slug, "check")}
      before={<BackLink href={placePath(slug, back ?? "rights")} text={common("back")} />}
    >
      <ErrorSummary title={common("errorSummary")} lines={errors} />
      <PageTitle>{say("check.title")}</PageTitle>
      <h2 className="mt-8 mb-3 text-xl font-bold">{say("check.about")}</h2>
      {chosenRights(draft).map((right) => (
        <section key={right} aria-label={letter(`right.${right}`)}>
          <SummaryList
            rows={[
              { label: say("check.row.right"), value: letter(`rightPlain.${right}`), change: changeRights },
              ...detailRows(draft, right, slug, texts),
            ]}
          />
        </section>
      ))}
      <h2 className="mt-8 mb-3 text-xl font-bold">{say("check.who")}</h2>
      <SummaryList rows={whoRows(draft, slug, settings.name, texts)} />
      <h2 className="mt-8 mb-3 text-xl font-bold">{say("check.sendTitle")}</h2>
      <p className="mb-2">{say("check.sendText")}</p>
      <p className="mb-4">
        <a href={`/${slug}/privacy`} className="inline-flex min-h-11 items-center">
          {say("check.privacy", { name: settings.name })}
        </a>
      </p>
      <form id={QUESTION_FORM} method="post" action={`/api/public/${slug}/draft/submit`} noValidate>
        {/* People never see this field unless it was filled in, so a program gives itself away by it. */}
        <div className={trapped ? "" : "unseen"} aria-hidden={trapped ? undefined : true}>
          <TextField
            name="website"
            label={say("check.trap")}
            hint={say("check.trapHint")}
            error={trapped?.text}
            errorPrefix={common("errorPrefix")}
            autoComplete="off"
            tabIndex={trapped ? undefined : -1}
          />
        </div>
        <Button id="send">{say("form.send")}</Button>
      </form>
      <form method="post" action={`/api/public/${slug}/draft/discard`} className="mt-10">
        <Button tone="quiet">{say("form.discard")}</Button>
      </form>
    </PublicShell>
  );
}
