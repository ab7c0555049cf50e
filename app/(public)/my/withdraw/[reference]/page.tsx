import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { portal } from "@/lib/queries/intake/portal";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requesterDoor } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const say = await words("my");
  return { title: say("withdraw.title") };
}

/** Asks once before a request is taken back, and says what that means. */
export default async function WithdrawPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const ctx = await requesterDoor();
  if (!ctx) redirect("/my");
  const { requests } = await myRequests(ctx);
  const request = requests.find((each) => each.reference === reference);
  if (!request) notFound();
  const say = await words("my");
  if (!request.canWithdraw) {
    return (
      <PublicShell portal={await portal(ctx)} path={`/my/withdraw/${request.reference}`}>
        <PageTitle lead={say("withdraw.overText")}>{say("withdraw.over")}</PageTitle>
        <ButtonLink href="/my">{say("withdraw.back")}</ButtonLink>
      </PublicShell>
    );
  }
  const letter = await words("letter");
  return (
    <PublicShell portal={await portal(ctx)} path={`/my/withdraw/${request.reference}`}>
      <PageTitle>{say("withdraw.title")}</PageTitle>
      <p className="mb-2 font-semibold">
        {say("withdraw.what", { right: letter(`right.${request.right}`) })}
      </p>
      <p className="mb-6">{say("withdraw.means")}</p>
      <form method="post" action="/api/public/my/withdraw" className="flex flex-wrap gap-4">
        <input type="hidden" name="reference" value={request.reference} />
        <Button tone="danger">{say("withdraw.yes")}</Button>
        <ButtonLink tone="secondary" href="/my">
          {say("withdraw.no")}
        </ButtonLink>
      </form>
    </PublicShell>
  );
}
