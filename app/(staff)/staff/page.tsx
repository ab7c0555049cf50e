import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { may } from "@/lib/domain/access/access";
import { ownAccount, type Workplace } from "@/lib/queries/access/own-account";
import { mayCreateController } from "@/lib/queries/controller/settings";
import { installationStaffPageCtx, onPage } from "@/lib/session/staff";
import { Heading } from "./_frame/heading";
import { StaffFrame } from "./_frame/staff-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("choose.title") };
}

function deskPath({ slug, roles }: Workplace): string {
  return `/staff/${slug}/${may(roles, "queue.read") ? "queue" : "settings"}`;
}

/** Where signing in leads: to the one desk somebody has, or to a choice; to the first controller where there is none. */
export default async function ChoosePage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const ctx = await installationStaffPageCtx("/staff");
  const { name, workplaces } = await onPage(ownAccount(ctx), "/staff");
  const mayCreate = await mayCreateController(ctx);
  const choosing = "choose" in (await searchParams);
  const [only, ...others] = workplaces;
  if (!only && mayCreate) redirect("/staff/first-controller");
  if (only && others.length === 0 && !choosing) redirect(deskPath(only));
  const say = await words("staffAccess");
  return (
    <StaffFrame person={name}>
      <Heading>{say("choose.title")}</Heading>
      {workplaces.length === 0 ? <p>{say("choose.none")}</p> : null}
      <ul className="my-4">
        {workplaces.map((place) => (
          <li key={place.slug}>
            <a href={deskPath(place)} className="inline-flex min-h-11 items-center text-lg font-semibold">
              {place.name}
            </a>{" "}
            <span className="text-soft">
              {place.roles.map((role) => say(`roles.${role}.name`)).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {mayCreate ? (
        <ButtonLink tone="secondary" href="/staff/first-controller">
          {say("choose.create")}
        </ButtonLink>
      ) : null}
    </StaffFrame>
  );
}
