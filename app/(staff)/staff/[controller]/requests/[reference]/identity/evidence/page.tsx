import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { readEvidence } from "@/lib/commands/identity/read-evidence";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../../_desk/door";
import { Heading } from "../../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("identity"))("staff.evidenceTitle") };
}

/** What somebody wrote to show who they are, for who works the request; every view is written into the log first. */
export default async function EvidencePage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/identity/evidence`;
  const ctx = await deskDoor(controller, path);
  const evidence = await onPage(readEvidence(ctx, { reference }), `/staff/${controller}${path}`);
  const say = await words("identity");
  return (
    <div className="max-w-text">
      <Heading>{say("staff.evidenceTitle")}</Heading>
      <p className="mb-4 whitespace-pre-line">{evidence.text || say("staff.evidenceNone")}</p>
      {evidence.code ? (
        <>
          <h2 className="font-bold">{say("staff.code")}</h2>
          <p className="font-mono text-lg">{evidence.code}</p>
          <p className="mb-4 text-sm text-soft">{say("staff.codeHint")}</p>
        </>
      ) : null}
      <ButtonLink tone="secondary" href={`/staff/${ctx.controller.slug}/requests/${evidence.reference}`}>
        {say("staff.back")}
      </ButtonLink>
    </div>
  );
}
