import { cookies } from "next/headers";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/field";
import { issueText } from "@/app/_ui/issue-text";
import { PageTitle } from "@/app/_ui/prose";
import { pageLanguage, words } from "@/app/_ui/words";
import { COOKIES, readTyped } from "@/lib/session/requester";

/** Reference and address to order a link with; what was typed wrong comes back with what to do about it. */
export async function FindForm({ done }: { readonly done: string | null }) {
  const say = await words("my");
  const common = await words("common");
  const language = await pageLanguage();
  if (done === "sent") {
    return (
      <>
        <PageTitle>{say("find.sentTitle")}</PageTitle>
        <p className="mb-6">{say("find.sent")}</p>
        <ButtonLink tone="secondary" href="/my">
          {say("find.again")}
        </ButtonLink>
      </>
    );
  }
  const typed = done === "error" ? readTyped((await cookies()).get(COOKIES.typed)?.value) : null;
  const errors = (typed?.issues ?? []).map((issue) => ({
    field: issue.field,
    text: issueText(language, issue),
  }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <>
      {done === "signed-out" ? <Banner tone="ok">{say("mine.signedOut")}</Banner> : null}
      <ErrorSummary title={common("errorSummary")} lines={errors} />
      <PageTitle lead={say("find.lead")}>{say("find.title")}</PageTitle>
      <form method="post" action="/api/public/my/link" noValidate>
        <TextField
          name="reference"
          label={say("find.reference")}
          hint={say("find.referenceHint")}
          defaultValue={typed?.values.reference ?? ""}
          error={errorOf("reference")}
          errorPrefix={common("errorPrefix")}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="email"
          type="email"
          label={say("find.email")}
          hint={say("find.emailHint")}
          defaultValue={typed?.values.email ?? ""}
          error={errorOf("email")}
          errorPrefix={common("errorPrefix")}
          autoComplete="email"
          spellCheck={false}
        />
        <Button>{say("find.send")}</Button>
      </form>
    </>
  );
}
