import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { Radios } from "@/app/_ui/choices";
import { words } from "@/app/_ui/words";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { ownAccount } from "@/lib/queries/access/own-account";
import { installationStaffPageCtx, onPage } from "@/lib/session/staff";
import { formWords } from "../_form/form-words";
import { Heading, Part } from "../_frame/heading";
import { StaffFrame } from "../_frame/staff-frame";
import { CodesForm } from "./codes-form.client";
import { PasswordForm } from "./password-form.client";

const PATH = "/staff/account";

/** Each language in its own words. */
const NAMES = { sv: "Svenska", en: "English" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("account.title") };
}

/** One's own account: password, recovery codes, language, and the way out of every browser. */
export default async function AccountPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const account = await onPage(ownAccount(await installationStaffPageCtx(PATH)), PATH);
  const say = await words("staffAccess");
  const { done } = await searchParams;
  return (
    <StaffFrame person={account.name}>
      <div className="max-w-text">
        <Heading lead={say("account.who", { name: account.name, email: account.email })}>
          {say("account.title")}
        </Heading>
        {done ? <Banner tone="ok">{say("account.saved")}</Banner> : null}
        <Part id="password-part" title={say("account.password.title")}>
          <p className="mb-4">{say("account.password.lead")}</p>
          <PasswordForm
            email={account.email}
            words={{
              ...formWords(say),
              current: say("account.password.current"),
              fresh: say("account.password.new"),
              freshHint: say("join.passwordHint"),
              code: say("account.password.code"),
              submit: say("account.password.submit"),
            }}
          />
        </Part>
        <Part id="codes-part" title={say("account.codes.title")}>
          <p className="mb-1 font-semibold">
            {say("account.codes.left", { count: account.recoveryCodesLeft })}
          </p>
          <p className="mb-4">{say("account.codes.lead")}</p>
          <CodesForm
            words={{
              ...formWords(say),
              password: say("account.codes.password"),
              code: say("account.codes.code"),
              submit: say("account.codes.submit"),
            }}
            codesWords={{
              title: say("codes.title"),
              lead: say("codes.lead"),
              once: say("codes.once"),
              saved: say("codes.savedAccount"),
              list: say("codes.list"),
            }}
          />
        </Part>
        <Part id="language-part" title={say("account.language.title")}>
          <form method="post" action="/api/staff/account/language">
            <Radios
              name="language"
              label={say("account.language.label")}
              choices={LANGUAGES.map((language) => ({ value: language, label: NAMES[language] }))}
              selected={[account.language]}
            />
            <Button tone="secondary">{say("account.language.submit")}</Button>
          </form>
        </Part>
        <Part id="everywhere-part" title={say("account.everywhere.title")}>
          <p className="mb-4">{say("account.everywhere.lead")}</p>
          <form method="post" action="/api/staff/account/sign-out-everywhere">
            <Button tone="danger">{say("account.everywhere.submit")}</Button>
          </form>
        </Part>
      </div>
    </StaffFrame>
  );
}
