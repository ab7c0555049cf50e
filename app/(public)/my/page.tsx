import type { Metadata } from "next";
import { pageLanguage, words } from "@/app/_ui/words";
import { myIdentity } from "@/lib/queries/identity/my-identity";
import { portal } from "@/lib/queries/intake/portal";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requesterDoor } from "../_parts/door";
import { OpenShell, PublicShell } from "../_parts/public-shell";
import { FindForm } from "./find-form";
import { MyFilingView } from "./my-filing";

export const dynamic = "force-dynamic";

type Query = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const ctx = await requesterDoor();
  const say = await words("my");
  const title = say(ctx ? "mine.title" : "find.title");
  const wrong = (await searchParams).done === "error";
  return {
    title: wrong ? (await words("common"))("errorTitle", { title }) : title,
    robots: { index: false },
  };
}

/** A requester's own page; without an open link, the way to get one. */
export default async function MyPage({ searchParams }: Query) {
  const { done } = await searchParams;
  const ctx = await requesterDoor();
  if (!ctx) {
    return (
      <OpenShell language={await pageLanguage()} path="/my">
        <FindForm done={typeof done === "string" ? done : null} />
      </OpenShell>
    );
  }
  return (
    <PublicShell portal={await portal(ctx)} path="/my">
      <MyFilingView
        filing={await myRequests(ctx)}
        identity={await myIdentity(ctx)}
        controller={ctx.controller.settings.name}
        done={typeof done === "string" ? done : null}
      />
    </PublicShell>
  );
}
