import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import { ROLES } from "@/lib/domain/access/access";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import type { Translate } from "@/lib/i18n/translator";
import { type ColleagueRow, colleagues } from "@/lib/queries/access/staff-list";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { formWords } from "../../../_form/form-words";
import { Heading, Part } from "../../../_frame/heading";
import { ColleagueCard, type ColleagueWords } from "./colleague-card.client";
import { InviteForm } from "./invite-form.client";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ["invited", "roles", "closed", "opened", "reset"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("staff.title") };
}

/** Everybody with a role at this controller: invite, roles, closing, and a new sign-in for whoever lost theirs. */
export default async function StaffPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/settings/staff");
  const rows = await onPage(colleagues(ctx), `/staff/${controller}/settings/staff`);
  const { done } = await searchParams;
  const finished = DONE.find((each) => each === done);
  const say = await words("staffAccess");
  const roles = ROLES.map((value) => ({
    value,
    label: say(`roles.${value}.name`),
    about: say(`roles.${value}.about`),
  }));
  return (
    <div className="max-w-page">
      <Heading lead={say("staff.lead", { controller: ctx.controller.settings.name })}>
        {say("staff.title")}
      </Heading>
      {finished ? <Banner tone="ok">{say(`staff.done.${finished}`)}</Banner> : null}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <ColleagueCard
            key={`${row.id} ${row.version}`}
            slug={ctx.controller.slug}
            row={row}
            roles={roles}
            words={cardWords(say, row)}
          />
        ))}
      </ul>
      <Part id="invite-part" title={say("staff.invite.title")}>
        <InviteForm
          slug={ctx.controller.slug}
          language={await pageLanguage()}
          roles={roles}
          languages={LANGUAGES.map((value) => ({ value, label: say(`settings.languageNames.${value}`) }))}
          words={{
            ...formWords(say),
            name: say("staff.invite.name"),
            nameRequired: say("staff.invite.nameRequired"),
            email: say("staff.invite.email"),
            emailRequired: say("staff.invite.emailRequired"),
            language: say("staff.invite.language"),
            roles: say("staff.invite.roles"),
            rolesRequired: say("staff.invite.rolesRequired"),
            submit: say("staff.invite.submit"),
          }}
        />
      </Part>
    </div>
  );
}

function cardWords(say: Translate, { name, openRequests }: ColleagueRow): ColleagueWords {
  return {
    ...formWords(say),
    you: say("staff.you"),
    states: {
      active: say("staff.states.active"),
      invited: say("staff.states.invited"),
      closed: say("staff.states.closed"),
    },
    changeRoles: say("staff.changeRoles"),
    rolesFor: say("staff.changeRolesFor", { name }),
    rolesHint: say("staff.rolesHint"),
    rolesSubmit: say("staff.rolesSubmit"),
    again: say("staff.again"),
    reset: say("staff.reset"),
    resetConfirm: say("staff.resetConfirm", { name }),
    close: say("staff.close"),
    closeConfirm: say("staff.closeConfirm", { name, open: openRequests }),
    openRequests: openRequests > 0 ? say("staff.openRequests", { open: openRequests }) : "",
    open: say("staff.open"),
    cancel: say("staff.cancel"),
  };
}
