import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { LetterBlocks } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import { type LetterToPost, lettersToPost } from "@/lib/queries/notice/letter";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { one, type Search } from "../../../../_desk/one";
import { Heading } from "../../../../_frame/heading";
import { PostedForm } from "./posted-form";
import { PrintButton } from "./print-button.client";

type Props = {
  readonly params: Promise<{ controller: string; reference: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("register"))("letter.title") };
}

/** The letters of a request as they are printed, and below each the place to record that it went. */
export default async function LettersPage({ params, searchParams }: Props) {
  const { controller, reference } = await params;
  const notice = one(await searchParams, "notice");
  const path = `/requests/${encodeURIComponent(reference)}/letters`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const letters = await onPage(lettersToPost(ctx, reference, notice || undefined), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("register");
  const stored = readReference(reference) ?? reference;
  return (
    <>
      <div className="not-printed">
        <a href={`/staff/${slug}/requests/${stored}`} className="inline-flex min-h-11 items-center">
          {say("letter.back", { reference: formatReference(stored) })}
        </a>
        <Heading>{say("letter.title")}</Heading>
        {letters.length > 0 ? <PrintButton text={say("letter.print")} /> : <p>{say("letter.none")}</p>}
      </div>
      {letters.map((letter) => (
        <OneLetter key={letter.noticeId} view={letter} slug={slug} />
      ))}
    </>
  );
}

async function OneLetter({ view, slug }: { readonly view: LetterToPost; readonly slug: string }) {
  const say = await words("register");
  const staff = await words("staff");
  const { letter, to, from } = view;
  if (!letter) return <Waiting view={view} />;
  return (
    <section aria-labelledby={view.noticeId} className="mt-6 break-after-page">
      <h2 id={view.noticeId} className="not-printed mb-2 text-xl font-bold">
        {staff(`request.notices.kind.${view.kind}`)}
      </h2>
      {to.address === "" ? (
        <div className="not-printed max-w-text">
          <Banner tone="warn">{say("letter.noAddress", { phone: to.phone || "–" })}</Banner>
        </div>
      ) : null}
      <article
        lang={letter.language}
        className="mb-4 max-w-text rounded border border-edge bg-surface p-5 sm:p-10 print:border-0 print:p-0"
      >
        <div className="mb-10 grid gap-6 sm:grid-cols-2">
          <p className="whitespace-pre-line">
            <bdi>{to.name}</bdi>
            {`\n${to.address}`}
          </p>
          <p className="whitespace-pre-line sm:text-right">
            <strong>{from.name}</strong>
            {`\n${from.address}\n${formatDate(view.writtenOn, letter.language)}`}
          </p>
        </div>
        <h3 className="mb-6 text-xl font-bold">{letter.title}</h3>
        <LetterBlocks blocks={letter.blocks} level={4} />
      </article>
      <p className="not-printed mb-4">
        <ButtonLink
          tone="secondary"
          href={`/api/staff/${slug}/requests/${view.reference}/letter?notice=${view.noticeId}`}
          download
        >
          {(await words("paper"))("keep.letter")}
        </ButtonLink>
      </p>
      {view.state === "to_post" ? (
        <PostedForm slug={slug} letter={view} />
      ) : (
        <div className="not-printed max-w-text">
          <Banner tone="ok">{say("letter.posted")}</Banner>
        </div>
      )}
    </section>
  );
}

/** A letter that may not go now is not shown: what is missing stands in its place. */
async function Waiting({ view }: { readonly view: LetterToPost }) {
  const staff = await words("staff");
  const identity = await words("identity");
  return (
    <section aria-labelledby={view.noticeId} className="not-printed mt-6 max-w-text">
      <h2 id={view.noticeId} className="mb-2 text-xl font-bold">
        {staff(`request.notices.kind.${view.kind}`)}
      </h2>
      <Banner tone="error" title={(await words("register"))("letter.notYet")}>
        <ul className="list-disc pl-5">
          {view.gaps.map((gap) => (
            <li key={gap}>{identity(`release.${gap}`)}</li>
          ))}
        </ul>
      </Banner>
    </section>
  );
}
