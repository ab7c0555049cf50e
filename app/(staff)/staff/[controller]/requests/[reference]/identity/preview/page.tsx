import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { LetterView } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { openRequest } from "@/lib/commands/request/open-request";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../../_desk/door";
import { StepForm } from "../../../../../_desk/step-form";
import { Heading } from "../../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("identity"))("staff.previewTitle") };
}

/** The request for proof exactly as it would leave now, in the requester's language, or what it still lacks. */
export default async function IdentityPreviewPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/identity`;
  const ctx = await deskDoor(controller, `${path}/preview`);
  const here = `/staff/${controller}${path}/preview`;
  const preview = await onPage(previewIdentityRequest(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const back = `/staff/${slug}/requests/${preview.reference}/identity`;
  const { prepared } = preview;
  if (!prepared) redirect(back);
  const say = await words("identity");
  const timing = await words("timing");
  return (
    <div className="max-w-text">
      <Heading lead={say(`staff.stops.${prepared.effect}`)}>{say("staff.previewTitle")}</Heading>
      {prepared.gaps.length > 0 ? (
        <Banner tone="error" title={say("staff.missing")}>
          <ul className="list-disc pl-5">
            {prepared.gaps.map((gap) => (
              <li key={gap}>{say(`gap.${gap}`)}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {prepared.lateDays === null ? null : (
        <Banner tone="warn">{timing("askPage.lateWarning", { days: prepared.lateDays })}</Banner>
      )}
      <LetterView letter={prepared.letter} />
      <div className="flex flex-wrap items-center gap-4">
        {prepared.gaps.length === 0 ? (
          <StepForm
            of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
            step="identity/send"
          >
            <input type="hidden" name="letter" value={prepared.fingerprint} />
            <Button>{say("staff.send")}</Button>
          </StepForm>
        ) : null}
        <ButtonLink tone="secondary" href={back}>
          {say("staff.change")}
        </ButtonLink>
      </div>
    </div>
  );
}
