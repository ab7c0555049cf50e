import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { AUTHORITY_FIELDS, type AuthorityField } from "@/lib/domain/controller/changed-authority";
import { formatDate } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { authoritiesToChoose, authorityView } from "@/lib/queries/controller/authorities";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { formWords } from "../../../_form/form-words";
import { SelectField } from "../../../_form/select-field";
import { Heading, Part } from "../../../_frame/heading";
import { FIELDS_PLACE } from "../../../_settings/settings-words";
import { SettingsFacts } from "../settings-facts";
import { AuthorityForm, type AuthorityWords } from "./authority-form.client";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("authority.title") };
}

/** What letters and mails say about an authority: the controller's own first, any other by choice. */
export default async function AuthorityPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const { authority: wanted, done } = await searchParams;
  const ctx = await deskDoor(controller, "/settings/authority");
  const slug = typeof wanted === "string" ? wanted : undefined;
  const view = await onPage(authorityView(ctx, slug), `/staff/${controller}/settings/authority`);
  const { authority } = view;
  const say = await words("staffAccess");
  const date = formatDate(authority.datedOn, await pageLanguage());
  const names = { controller: ctx.controller.settings.name };
  return (
    <div className="max-w-text">
      <Heading lead={say("authority.lead")}>{say("authority.title")}</Heading>
      {done === "saved" ? <Banner tone="ok">{say("authority.saved")}</Banner> : null}
      <h2 className="mb-1 text-lg font-bold break-words">{authority.name}</h2>
      <p>{say(view.own ? "authority.own" : "authority.notOwn", names)}</p>
      <p className="mb-6 text-soft">
        {say(view.edited ? "authority.checked.edited" : "authority.checked.list", { date })}
      </p>
      {view.mayWrite ? (
        <>
          <Banner tone="warn" title={say("authority.reach.title")} level={3}>
            {say("authority.reach.text")}
          </Banner>
          <AuthorityForm
            // What was saved, or another authority, fills the form anew.
            key={`${authority.slug} ${view.version}`}
            controller={ctx.controller.slug}
            slug={authority.slug}
            version={view.version}
            values={{ ...valuesOf((field) => authority[field]), datedOn: view.today }}
            today={view.today}
            words={authorityWords(say)}
          />
        </>
      ) : (
        <>
          <Banner>{say("authority.readOnly")}</Banner>
          <SettingsFacts
            rows={AUTHORITY_FIELDS.map((field) => ({
              label: say(`authority.fields.${field}`),
              value: (field === "datedOn" ? date : authority[field]) || say("settings.nothing"),
            }))}
          />
        </>
      )}
      <Part id="others-part" title={say("authority.others.title")}>
        <form method="get">
          <SelectField
            name="authority"
            label={say("authority.others.label")}
            defaultValue={authority.slug}
            options={(await authoritiesToChoose(ctx)).map(({ slug: value, name, countries }) => ({
              value,
              label: `${countries.join(", ")}: ${name}`,
            }))}
          />
          <Button tone="secondary">{say("authority.others.submit")}</Button>
        </form>
      </Part>
    </div>
  );
}

function valuesOf(value: (field: AuthorityField) => string): Record<AuthorityField, string> {
  return Object.fromEntries(AUTHORITY_FIELDS.map((field) => [field, value(field)])) as Record<
    AuthorityField,
    string
  >;
}

function authorityWords(say: Translate): AuthorityWords {
  return {
    ...formWords(say),
    submit: say("authority.submit"),
    conflict: say("authority.conflict", { fields: FIELDS_PLACE }),
    fields: valuesOf((field) => say(`authority.fields.${field}`)),
    hints: { web: say("authority.hints.web"), datedOn: say("authority.hints.datedOn") },
  };
}
