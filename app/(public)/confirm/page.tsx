import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/prose";
import { pageLanguage, words } from "@/app/_ui/words";
import { type LinkState, linkState } from "@/lib/queries/identity/link-state";
import { portal } from "@/lib/queries/intake/portal";
import { COOKIES, installationCtx } from "@/lib/session/requester";
import { controllerDoor } from "../_parts/door";
import { OpenShell, PublicShell } from "../_parts/public-shell";

export const dynamic = "force-dynamic";

async function look(): Promise<LinkState> {
  const token = (await cookies()).get(COOKIES.link)?.value ?? "";
  return linkState(await installationCtx(), token);
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("my"))(titleOf(await look())), robots: { index: false } };
}

function titleOf(link: LinkState): string {
  if (link.state !== "ready") return `confirm.${link.state}Title`;
  return link.purpose === "confirm" ? "confirm.title" : "confirm.openTitle";
}

/** What a mailed link leads to, at the controller it is about if it can be told. */
export default async function ConfirmPage() {
  const link = await look();
  if (link.state === "unknown") {
    return (
      <OpenShell language={await pageLanguage()} path="/confirm">
        <Link link={link} />
      </OpenShell>
    );
  }
  return (
    <PublicShell portal={await portal(await controllerDoor(link.controllerSlug))} path="/confirm">
      <Link link={link} />
    </PublicShell>
  );
}

/** One button if the link still works, else why not and how to get a new one. */
async function Link({ link }: { readonly link: LinkState }) {
  const say = await words("my");
  const title = <PageTitle>{say(titleOf(link))}</PageTitle>;
  if (link.state !== "ready") {
    return (
      <>
        {title}
        <p className="mb-6">{say(`confirm.${link.state}`)}</p>
        <ButtonLink href="/my">{say("confirm.fresh")}</ButtonLink>
      </>
    );
  }
  const confirms = link.purpose === "confirm";
  return (
    <>
      {title}
      <p className="mb-6">{say(confirms ? "confirm.ready" : "confirm.openReady")}</p>
      <form method="post" action="/api/public/confirm">
        <Button>{say(confirms ? "confirm.button" : "confirm.openButton")}</Button>
      </form>
      <p className="mt-8 text-soft">{say("confirm.not")}</p>
    </>
  );
}
