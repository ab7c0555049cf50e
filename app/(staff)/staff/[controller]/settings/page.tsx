import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { localText } from "@/lib/domain/controller/settings";
import { feePossible } from "@/lib/domain/fee/rules";
import { profileById } from "@/lib/domain/law/profile";
import { chosenReadings, READINGS } from "@/lib/domain/law/readings";
import type { Translate } from "@/lib/i18n/translator";
import { settingsChoices, settingsView } from "@/lib/queries/controller/settings";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../_desk/door";
import { formWords } from "../../_form/form-words";
import { Heading, Part } from "../../_frame/heading";
import { SettingsForm } from "../../_settings/settings-form.client";
import { settingsWords } from "../../_settings/settings-words";
import { SlugForm } from "../../_settings/slug-form.client";
import { toValues } from "../../_settings/values";
import { ProcessingLink } from "./processing/processing-link";
import { ProfileBasis } from "./profile-basis";
import { SettingsFacts } from "./settings-facts";
import { SettingsHistory } from "./settings-history";
import { SiteLinks } from "./site-links";
import { UnreviewedTexts } from "./unreviewed-texts";
import { WordingLink } from "./wording/wording-link";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("settings.title") };
}

/** The controller's settings: a form for the administrator, facts for everybody else; and how they came to be. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/settings");
  const view = await onPage(settingsView(ctx), `/staff/${controller}/settings`);
  const { done } = await searchParams;
  const say = await words("staffAccess");
  const law = await words("law");
  const timing = await words("timing");
  return (
    <div className="max-w-text">
      <Heading lead={say("settings.version", { version: view.version })}>{say("settings.title")}</Heading>
      {done === "saved" || done === "slug" ? <Banner tone="ok">{say(`settings.done.${done}`)}</Banner> : null}
      {view.behind > 0 ? (
        <Banner>
          {timing("calendar.behind", { requests: view.behind })}{" "}
          <a href={`/staff/${view.slug}/settings/calendar`}>{timing("calendar.title")}</a>
        </Banner>
      ) : null}
      {view.mayWrite ? (
        <SettingsForm
          // What was saved fills the form anew.
          key={view.version}
          slug={view.slug}
          version={view.version}
          values={toValues(view.settings)}
          words={settingsWords(say, law, await settingsChoices(ctx), say("settings.submit"))}
        />
      ) : (
        <>
          <Banner>{say("settings.readOnly")}</Banner>
          <SettingsFacts rows={await factsOf(view.settings, say, law)} />
        </>
      )}
      {view.mayWrite ? (
        <Part id="slug-part" title={say("settings.slug.title")}>
          <SlugForm
            slug={view.slug}
            words={{
              ...formWords(say),
              label: say("settings.slug.label"),
              hint: say("settings.slug.hint"),
              submit: say("settings.slug.submit"),
            }}
          />
        </Part>
      ) : null}
      <Part id="authority-part" title={say("settings.fields.authority")}>
        <a href={`/staff/${view.slug}/settings/authority`} className="inline-flex min-h-11 items-center">
          {say("authority.link")}
        </a>
      </Part>
      <ProcessingLink slug={view.slug} />
      <WordingLink slug={view.slug} />
      <Part id="calendar-part" title={timing("calendar.title")}>
        <a href={`/staff/${view.slug}/settings/calendar`} className="inline-flex min-h-11 items-center">
          {timing("calendar.link")}
        </a>
      </Part>
      <SiteLinks portalUrl={`${ctx.baseUrl}/${view.slug}`} profile={view.settings.profile} />
      {feePossible(view.settings) ? (
        <Part id="rate-card-part" title={(await words("fee"))("card.title")}>
          <a href={`/staff/${view.slug}/settings/rate-card`} className="inline-flex min-h-11 items-center">
            {(await words("fee"))("card.link")}
          </a>
        </Part>
      ) : null}
      <ProfileBasis profile={view.settings.profile} />
      {view.mayWrite ? <UnreviewedTexts profile={view.settings.profile} /> : null}
      <Part id="history-part" title={say("settings.history.title")}>
        <SettingsHistory history={view.history} zone={view.settings.zone} />
      </Part>
    </div>
  );
}

/** The settings as rows to read. */
async function factsOf(settings: ControllerSettings, say: Translate, law: Translate) {
  const language = await pageLanguage();
  const { dpo, languages, otherWays, protectedIdentityNotice, feeEnabled, ...plain } = settings;
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)])),
    readings: chosenReadings(settings.readings ?? {}, profileById(settings.profile)?.open ?? [])
      .map((name) => `${law(`readings.${name}.label`)}: ${law(`readings.${name}.${READINGS[name][1]}`)}`)
      .join("\n"),
    dpoApproves: say(`settings.approvals.${settings.dpoApproves ?? "none"}`),
    holidayPolicy: say(`settings.holidayPolicies.${settings.holidayPolicy}`),
    languages: languages.map((each) => say(`settings.languageNames.${each}`)).join(", "),
    dpo: dpo ? [dpo.name, dpo.email, dpo.phone].filter(Boolean).join(", ") : "",
    feeEnabled: say(feeEnabled ? "settings.yes" : "settings.no"),
    otherWays: localText(otherWays, language, languages),
    protectedIdentityNotice: localText(protectedIdentityNotice, language, languages),
  };
  return Object.keys(settings).map((name) => ({
    label: say(`settings.fields.${name}`),
    value: values[name] || say("settings.nothing"),
  }));
}
