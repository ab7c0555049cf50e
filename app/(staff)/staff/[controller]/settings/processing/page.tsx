import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import { pageLanguage, words } from "@/app/_ui/words";
import { localText } from "@/lib/domain/controller/settings";
import { processingRegister } from "@/lib/queries/controller/activities";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { Heading } from "../../../_frame/heading";
import { activityRows } from "./activity-rows";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("processing"))("title") };
}

/** The register of processing: what personal data is used for, by the activities of the controller. */
export default async function ProcessingPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/settings/processing");
  const register = await onPage(processingRegister(ctx), `/staff/${controller}/settings/processing`);
  const { done } = await searchParams;
  const say = await words("processing");
  const language = await pageLanguage();
  const { settings } = ctx.controller;
  const edit = `/staff/${register.slug}/settings/processing/edit`;
  return (
    <div className="max-w-text">
      <Heading lead={say("lead")}>{say("title")}</Heading>
      {done === "saved" ? <Banner tone="ok">{say("saved")}</Banner> : null}
      {register.mayWrite ? (
        <ButtonLink href={edit} className="mb-6">
          {say("add")}
        </ButtonLink>
      ) : (
        <Banner>{say("readOnly")}</Banner>
      )}
      {register.activities.length === 0 ? <p className="text-soft">{say("none")}</p> : null}
      {register.activities.map(({ id, active, activity }) => (
        <section key={id} className="mb-8">
          <h2 className="mb-2 text-lg font-bold">
            <a href={`${edit}?activity=${id}`} className="inline-flex min-h-11 items-center">
              {localText(activity.name, language, settings.languages)}
            </a>{" "}
            {active ? null : <Tag>{say("ended")}</Tag>}
          </h2>
          <SummaryList rows={activityRows(activity, { say, language, settings })} />
        </section>
      ))}
    </div>
  );
}
