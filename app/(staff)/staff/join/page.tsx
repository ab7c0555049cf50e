import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { type JoinOffer, joinOffer } from "@/lib/queries/access/join-offer";
import { STAFF_COOKIES } from "@/lib/session/auth-options";
import { installationCtx } from "@/lib/session/requester";
import { formWords } from "../_form/form-words";
import { Heading } from "../_frame/heading";
import { StaffFrame } from "../_frame/staff-frame";
import { JoinForm } from "./join-form.client";
import { QrCode } from "./qr-code";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("join.title") };
}

/** What an invitation, a reset or the first administrator's link leads to. */
export default async function JoinPage() {
  const token = (await cookies()).get(STAFF_COOKIES.join)?.value ?? null;
  const offer = await joinOffer(await installationCtx(), token);
  return (
    <StaffFrame>
      <div className="mx-auto max-w-text">
        {offer.state === "ready" ? <Joining offer={offer} /> : <NotJoining state={offer.state} />}
      </div>
    </StaffFrame>
  );
}

async function NotJoining({ state }: { readonly state: Exclude<JoinOffer["state"], "ready"> }) {
  const say = await words("staffAccess");
  return (
    <>
      <Heading lead={say(`join.states.${state}.text`)}>{say(`join.states.${state}.title`)}</Heading>
      <ButtonLink href="/staff/sign-in">{say("signIn.title")}</ButtonLink>
    </>
  );
}

async function Joining({ offer }: { readonly offer: Extract<JoinOffer, { state: "ready" }> }) {
  const say = await words("staffAccess");
  const first = offer.purpose === "first";
  return (
    <>
      <Heading lead={say(first ? "join.leadFirst" : "join.lead")}>
        {say(offer.purpose === "reset" ? "join.titleReset" : "join.title")}
      </Heading>
      {first ? null : <p className="mb-6">{say("join.for", { email: offer.email })}</p>}
      <JoinForm
        first={first}
        language={await pageLanguage()}
        email={offer.email}
        words={{
          ...formWords(say),
          name: say("join.name"),
          nameHint: say("join.nameHint"),
          email: say("join.email"),
          emailHint: say("join.emailHint"),
          password: say("join.password"),
          passwordHint: say("join.passwordHint"),
          code: say("join.code"),
          codeHint: say("join.codeHint"),
          submit: say("join.submit"),
        }}
        codesWords={{
          title: say("codes.title"),
          lead: say("codes.lead"),
          once: say("codes.once"),
          saved: say("codes.saved"),
          list: say("codes.list"),
        }}
      >
        <fieldset className="mb-6">
          <legend className="text-lg font-semibold">{say("join.appTitle")}</legend>
          <p className="mt-1">{say("join.appSteps")}</p>
          <QrCode text={offer.uri} label={say("join.qr")} />
          <p>{say("join.secret")}</p>
          <p className="font-mono text-lg">{inGroups(offer.secret)}</p>
        </fieldset>
      </JoinForm>
    </>
  );
}

/** "JBSW Y3DP ...": easier to read out and to type. */
function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
