import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { LetterView } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import { previewAnswer } from "@/lib/commands/decision/preview";
import { openRequest } from "@/lib/commands/request/open-request";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../../_desk/door";
import { StepForm } from "../../../../../_desk/step-form";
import { Heading } from "../../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staff"))("preview.title") };
}

/** The letter exactly as it would leave now, and the button that sends it; or what it still lacks. */
export default async function PreviewPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/answer`;
  const ctx = await deskDoor(controller, `${path}/preview`);
  const here = `/staff/${controller}${path}/preview`;
  const preview = await onPage(previewAnswer(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("staff");
  const identity = await words("identity");
  const back = `/staff/${slug}/requests/${preview.reference}/answer`;
  const closing = preview.answer.outcome === "address_not_confirmed";
  const language = say(`answer.languages.${preview.language}`);
  return (
    <div className="max-w-text">
      <Heading lead={say(closing ? "preview.leadClosed" : "preview.lead", { language })}>
        {say("preview.title")}
      </Heading>
      {preview.missing.length > 0 ? (
        <Banner tone="error" title={say("preview.missing")}>
          <ul className="list-disc pl-5">
            {preview.missing.map((code) => (
              <li key={code}>{say(`answer.missing.${code}`)}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {preview.gaps.length > 0 ? (
        <Banner tone="error" title={identity("staff.missing")}>
          <ul className="list-disc pl-5">
            {preview.gaps.map((gap) => (
              <li key={gap}>{identity(`release.${gap}`)}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {preview.letter && preview.late ? <Banner tone="warn">{say("preview.late")}</Banner> : null}
      {preview.state === "open" ? null : <Banner tone="warn">{say("preview.changed")}</Banner>}
      {preview.letter ? <LetterView letter={preview.letter} /> : null}
      <div className="flex flex-wrap items-center gap-4">
        {preview.letter && preview.state === "open" && preview.gaps.length === 0 ? (
          <StepForm
            of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
            step="send"
          >
            <input type="hidden" name="letter" value={preview.fingerprint} />
            <Button>{say(closing ? "preview.sendClosed" : "preview.send")}</Button>
          </StepForm>
        ) : null}
        <ButtonLink tone="secondary" href={back}>
          {say("preview.edit")}
        </ButtonLink>
      </div>
      {preview.letter ? <p className="mt-2 text-sm text-soft">{say("preview.hold")}</p> : null}
    </div>
  );
}
