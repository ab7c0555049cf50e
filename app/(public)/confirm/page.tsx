import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { linkState } from "@/lib/queries/identity/link-state";
import { COOKIES, installationCtx } from "@/lib/session/requester";
import { PlainFrame } from "../_frame/plain-frame";

export const dynamic = "force-dynamic";

async function look() {
  const token = (await cookies()).get(COOKIES.link)?.value ?? "";
  return linkState(await installationCtx(), token);
}

export async function generateMetadata(): Promise<Metadata> {
  const say = await words("my");
  return { title: say("confirm.title") };
}

/** What a mailed link leads to: one button if it still works, else why not and how to get a new one. */
export default async function ConfirmPage() {
  const link = await look();
  const say = await words("my");
  return (
    <PlainFrame portal={null} path="/confirm">
      {link.state === "ready" ? (
        <>
          <PageTitle>{say(link.purpose === "confirm" ? "confirm.title" : "confirm.openTitle")}</PageTitle>
          <p className="mb-6">{say(link.purpose === "confirm" ? "confirm.ready" : "confirm.openReady")}</p>
          <form method="post" action="/api/public/confirm">
            <Button>{say(link.purpose === "confirm" ? "confirm.button" : "confirm.openButton")}</Button>
          </form>
          <p className="mt-8 text-soft">{say("confirm.not")}</p>
        </>
      ) : (
        <>
          <PageTitle>{say(`confirm.${link.state}Title`)}</PageTitle>
          <p className="mb-6">{say(`confirm.${link.state}`)}</p>
          <ButtonLink href="/my">{say("confirm.fresh")}</ButtonLink>
        </>
      )}
    </PlainFrame>
  );
}
