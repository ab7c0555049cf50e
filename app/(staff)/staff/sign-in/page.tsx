import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Banner } from "@/app/_ui/banner";
import { words } from "@/app/_ui/words";
import { localPath } from "@/lib/session/local-path";
import { COOKIES, readTyped } from "@/lib/session/requester";
import { formWords } from "../_form/form-words";
import { Heading } from "../_frame/heading";
import { StaffFrame } from "../_frame/staff-frame";
import { SignInForm } from "./sign-in-form.client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("signIn.title") };
}

const WRONG = ["wrong", "reload", "missing"];
const DONE = ["signed-out", "password", "joined"];

/** Address, password and second factor in one step, with scripts and without. */
export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const { next, done, error } = await searchParams;
  const say = await words("staffAccess");
  const wrong = WRONG.find((each) => each === error);
  const typed = wrong ? readTyped((await cookies()).get(COOKIES.typed)?.value) : null;
  const finished = DONE.find((each) => each === done);
  return (
    <StaffFrame>
      <div className="mx-auto max-w-text">
        <Heading lead={say("signIn.lead")}>{say("signIn.title")}</Heading>
        {finished ? <Banner tone="ok">{say(`signIn.done.${finished}`)}</Banner> : null}
        {wrong ? (
          <div role="alert">
            <Banner tone="error">{say(`signIn.${wrong}`)}</Banner>
          </div>
        ) : null}
        <SignInForm
          email={typed?.values.email ?? ""}
          to={localPath(typeof next === "string" ? next : null, "/staff")}
          words={{
            ...formWords(say),
            saving: say("signIn.busy"),
            email: say("signIn.email"),
            password: say("signIn.password"),
            code: say("signIn.code"),
            codeHint: say("signIn.codeHint"),
            submit: say("signIn.submit"),
          }}
        />
        <p className="max-w-text text-soft">{say("signIn.lost")}</p>
      </div>
    </StaffFrame>
  );
}
