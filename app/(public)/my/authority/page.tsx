import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { FileField } from "@/app/_ui/file-field";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { portal } from "@/lib/queries/intake/portal";
import { requesterDoor } from "../../_parts/door";
import { PublicShell } from "../../_parts/public-shell";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("identity"))("my.authorityOpen"), robots: { index: false } };
}

/** Where somebody who acts for another sends proof that they may; works without a script. */
export default async function MyAuthorityPage() {
  const ctx = await requesterDoor();
  if (!ctx) redirect("/my");
  const { represents } = await myIdentity(ctx);
  if (!represents) notFound();
  const say = await words("identity");
  return (
    <PublicShell portal={await portal(ctx)} path="/my/authority">
      <PageTitle lead={say("my.authorityLead")}>
        {say("my.authorityTitle", { name: represents.name })}
      </PageTitle>
      <form method="post" action="/api/public/my/authority/upload" encType="multipart/form-data" noValidate>
        <FileField name="file" label={say("my.file")} hint={say("my.fileHint")} accept={ACCEPTED} multiple />
        <p className="mb-4 text-soft">{say("my.sealed")}</p>
        <div className="flex flex-wrap gap-4">
          <Button>{say("my.send")}</Button>
          <ButtonLink tone="secondary" href="/my">
            {say("my.back")}
          </ButtonLink>
        </div>
      </form>
    </PublicShell>
  );
}
