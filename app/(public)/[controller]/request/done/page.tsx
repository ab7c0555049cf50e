import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageTitle, Prose } from "@/app/_ui/prose";
import { placePath } from "@/app/_ui/public-paths";
import { words } from "@/app/_ui/words";
import { KeepFiles } from "@/app/(public)/_parts/keep-files";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatInstant } from "@/lib/i18n/format";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor, draftHere } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";
import { RequestDate } from "../../../_parts/request-date";
import { GonePage } from "../_form/gone-page";
import type { PageProps } from "../_form/question-page";

async function sent({ params }: PageProps) {
  const ctx = await controllerDoor((await params).controller, "/request/done");
  return { ctx, draft: await draftHere(ctx) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { ctx, draft } = await sent(props);
  const say = await words("public");
  const title =
    draft?.state === "sent" ? say("done.title", { count: draft.receipt.requests.length }) : say("gone.title");
  return {
    title: (await words("common"))("titleAt", { title, name: ctx.controller.settings.name }),
    robots: { index: false },
  };
}

/** The receipt: references, the instant, each last day and why, and what happens next. Can be reloaded. */
export default async function DonePage(props: PageProps) {
  const { ctx, draft } = await sent(props);
  const { slug, settings } = ctx.controller;
  if (draft?.state === "open") redirect(placePath(slug, "check"));
  if (!draft) return <GonePage ctx={ctx} />;
  const say = await words("public");
  const letter = await words("letter");
  const paper = await words("paper");
  const { receipt, sentTo } = draft;
  const hasDay = receipt.requests.some(({ promisedOn }) => promisedOn !== null);
  const instant = formatInstant(receipt.receivedAt, receipt.zone, ctx.language);
  const again = (await props.searchParams).again === "yes";
  return (
    <PublicShell portal={await portal(ctx)} path={placePath(slug, "done")}>
      <PageTitle lead={say("done.received", { instant, name: settings.name })}>
        {say("done.title", { count: receipt.requests.length })}
      </PageTitle>
      <ul className="mb-4 grid gap-4">
        {receipt.requests.map(({ reference, right, clock, promisedOn }) => (
          <li key={reference} className="rounded border-2 border-accent bg-surface p-4 sm:p-6">
            <h2 className="text-xl font-bold">{letter(`right.${right}`)}</h2>
            <p className="mt-1 mb-3">
              {say("done.reference")}{" "}
              <strong className="font-mono text-lg whitespace-nowrap">{formatReference(reference)}</strong>
            </p>
            <RequestDate clock={clock} promisedOn={promisedOn} />
          </li>
        ))}
      </ul>
      <p className="mb-8">{say("done.referenceHint")}</p>
      {receipt.confirmed ? (
        <Banner tone="ok" title={say("done.confirmed")} />
      ) : (
        <Banner title={say("done.confirm.title")}>
          <p className="mb-3 wrap-anywhere">{say("done.confirm.text", { email: sentTo })}</p>
          {again ? (
            <p className="mb-3 font-semibold" role="status">
              {say("done.confirm.sentAgain")}
            </p>
          ) : null}
          <p className="mb-3">{say("done.confirm.again")}</p>
          <form method="post" action={`/api/public/${slug}/draft/link`} className="mb-3">
            <Button tone="secondary">{say("done.confirm.button")}</Button>
          </form>
          <p className="wrap-anywhere">{say("done.confirm.wrong", { contact: settings.contactEmail })}</p>
        </Banner>
      )}
      <Prose>
        <h2>{say("done.next.title")}</h2>
        <ol>
          {(["read", "ask", "answer", "longer", "change"] as const).map((line) => (
            <li key={line}>{say(`done.next.${line}`)}</li>
          ))}
        </ol>
        <p className="not-printed">{say("done.kept")}</p>
      </Prose>
      <KeepFiles
        pdf={{ href: `/api/public/${slug}/draft/receipt`, text: paper("keep.receipt") }}
        calendar={hasDay ? `/api/public/${slug}/draft/calendar` : null}
      />
      <div className="not-printed mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/my">{say("done.my")}</ButtonLink>
        <form method="post" action={`/api/public/${slug}/draft`}>
          <Button tone="secondary">{say("done.another")}</Button>
        </form>
        <form method="post" action={`/api/public/${slug}/draft/discard`}>
          <Button tone="quiet">{say("done.forget")}</Button>
        </form>
      </div>
    </PublicShell>
  );
}
