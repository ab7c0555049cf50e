import type { Metadata } from "next";
import { words } from "@/app/_ui/words";
import { portal } from "@/lib/queries/intake/portal";
import { myRequests } from "@/lib/queries/request/my-requests";
import { requesterCtx } from "@/lib/session/requester";
import { PlainFrame } from "../_frame/plain-frame";
import { FindForm } from "./find-form";
import { MyFilingView } from "./my-filing";

export const dynamic = "force-dynamic";

type Query = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const say = await words("my");
  const title = say((await requesterCtx()) ? "mine.title" : "find.title");
  const wrong = (await searchParams).done === "error";
  return { title: wrong ? (await words("common"))("errorTitle", { title }) : title };
}

/** A requester's own page; without an open link, the way to get one. */
export default async function MyPage({ searchParams }: Query) {
  const { done } = await searchParams;
  const ctx = await requesterCtx();
  if (!ctx) {
    return (
      <PlainFrame portal={null} path="/my">
        <FindForm done={typeof done === "string" ? done : null} />
      </PlainFrame>
    );
  }
  return (
    <PlainFrame portal={await portal(ctx)} path="/my">
      <MyFilingView
        filing={await myRequests(ctx)}
        controller={ctx.controller.settings.name}
        done={typeof done === "string" ? done : null}
      />
    </PlainFrame>
  );
}
