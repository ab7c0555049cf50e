import { Button } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import { portal } from "@/lib/queries/intake/portal";
import { PublicShell } from "../../../_parts/public-shell";

/** Instead of a page of a form that is not there (any more). */
export async function GonePage({ ctx }: { readonly ctx: Ctx }) {
  const say = await words("public");
  const { slug } = ctx.controller;
  return (
    <PublicShell portal={await portal(ctx)} path={`/${slug}`}>
      <PageTitle>{say("gone.title")}</PageTitle>
      <p className="mb-6">{say("gone.text")}</p>
      <form method="post" action={`/api/public/${slug}/draft`}>
        <Button>{say("gone.button")}</Button>
      </form>
    </PublicShell>
  );
}
