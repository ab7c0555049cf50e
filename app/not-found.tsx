import type { Metadata } from "next";
import { headers } from "next/headers";
import { portal } from "@/lib/queries/intake/portal";
import { ButtonLink } from "./_ui/button";
import { PageTitle } from "./_ui/prose";
import { pageLanguage, words } from "./_ui/words";
import { controllerOf, requesterDoor } from "./(public)/_parts/door";
import { OpenShell, PublicShell } from "./(public)/_parts/public-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("common"))("notFound.title") };
}

/**
 * Where nothing is: at an address that nobody made, and where a page says notFound() (lib/server/no-page.ts). It leads
 * on from where the reader was: their own requests, the controller, or the desk.
 */
export default async function NotFound() {
  const [, first = ""] = ((await headers()).get("x-habeas-path") ?? "/").split("/");
  const ctx = await (first === "my" ? requesterDoor() : controllerOf(first));
  const say = await words("common");
  const { home, path } = wayOn(first, ctx !== null);
  const text = say(`notFound.${home}`, { name: ctx?.controller.settings.name ?? "" });
  const page = (
    <>
      <PageTitle>{say("notFound.title")}</PageTitle>
      <p className="mb-6">{say("notFound.text")}</p>
      <ButtonLink href={path}>{text}</ButtonLink>
    </>
  );
  if (ctx) {
    return (
      <PublicShell portal={await portal(ctx)} path={path}>
        {page}
      </PublicShell>
    );
  }
  return (
    <OpenShell language={await pageLanguage()} path={path}>
      {page}
    </OpenShell>
  );
}

function wayOn(first: string, known: boolean): { readonly home: string; readonly path: string } {
  if (first === "staff") return { home: "staff", path: "/staff" };
  if (first === "my") return { home: known ? "mine" : "link", path: "/my" };
  return known ? { home: "start", path: `/${first}` } : { home: "home", path: "/" };
}
