import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { SummaryList } from "@/app/_ui/summary-list";
import { pageLanguage, words } from "@/app/_ui/words";
import { localText } from "@/lib/domain/controller/settings";
import { RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { flatMessages } from "@/lib/i18n/flat-messages";
import { formatInstant } from "@/lib/i18n/format";
import { messagesUnder } from "@/lib/i18n/law-words";
import { activityView } from "@/lib/queries/controller/activities";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { formWords } from "../../../../_form/form-words";
import { Heading, Part } from "../../../../_frame/heading";
import { FIELDS_PLACE } from "../../../../_settings/settings-words";
import { activityRows } from "../activity-rows";
import { ActivityForm } from "./activity-form.client";
import { toValues } from "./values";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("processing"))("title") };
}

/** One activity of the register of processing: a form for who may change it, facts for everybody else. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const { activity: wanted } = await searchParams;
  const ctx = await deskDoor(controller, "/settings/processing/edit");
  const id = typeof wanted === "string" ? wanted : undefined;
  const view = await onPage(activityView(ctx, id), `/staff/${controller}/settings/processing/edit`);
  const say = await words("processing");
  const language = await pageLanguage();
  const { slug, settings } = ctx.controller;
  const { languages, zone } = settings;
  const activity = view.stored?.activity;
  const relationships = await words("staff");
  return (
    <div className="max-w-text">
      <a href={`/staff/${slug}/settings/processing`} className="inline-flex min-h-11 items-center">
        {say("back")}
      </a>
      <Heading lead={view.stored ? say("version", { version: view.stored.version }) : undefined}>
        {activity ? localText(activity.name, language, languages) : say("newTitle")}
      </Heading>
      {view.mayWrite ? (
        <ActivityForm
          controller={slug}
          id={view.id}
          version={view.stored?.version ?? 0}
          values={toValues(view.stored, languages)}
          languages={languages}
          relationships={RELATIONSHIPS.map((value) => ({
            value,
            label: relationships(`request.relationship.${value}`),
          }))}
          words={{
            ...formWords(await words("staffAccess")),
            own: flatMessages(messagesUnder(settings.profile, language, "processing")),
            fieldsPlace: FIELDS_PLACE,
          }}
        />
      ) : (
        <>
          <Banner>{say("readOnly")}</Banner>
          {activity ? <SummaryList rows={activityRows(activity, { say, language, settings })} /> : null}
        </>
      )}
      {view.history.length > 0 ? (
        <Part id="history-part" title={say("history")}>
          <ol reversed className="list-none">
            {view.history.map(({ version, at, by }) => (
              <li key={version}>
                {say("historyLine", {
                  version,
                  instant: formatInstant(at, zone, language),
                  name: by ?? say("setup"),
                })}
              </li>
            ))}
          </ol>
        </Part>
      ) : null}
    </div>
  );
}
