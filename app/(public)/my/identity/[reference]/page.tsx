import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { type Choice, Radios } from "@/app/_ui/choices";
import { TextArea, TextField } from "@/app/_ui/field";
import { FileField } from "@/app/_ui/file-field";
import { LetterView } from "@/app/_ui/letter-view";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import type { Method } from "@/lib/domain/identity/check";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import type { Translate } from "@/lib/i18n/translator";
import { type MyCheck, myIdentity } from "@/lib/queries/identity/my-identity";
import { portal } from "@/lib/queries/intake/portal";
import { requesterDoor } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";
import { CheckNotice } from "../../my-identity-parts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("identity"))("my.title"), robots: { index: false } };
}

/** Why somebody is asked who they are, and the ways to show it; works without a script. */
export default async function MyIdentityPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const ctx = await requesterDoor();
  if (!ctx) redirect("/my");
  const check = (await myIdentity(ctx)).checks.find((each) => each.reference === reference);
  if (!check) notFound();
  const say = await words("identity");
  if (!check.canAnswer) return <Settled ctx={ctx} check={check} />;
  return (
    <PublicShell portal={await portal(ctx)} path={`/my/identity/${check.reference}`}>
      <PageTitle lead={say("my.asks", { controller: ctx.controller.settings.name })}>
        {say("my.title")}
      </PageTitle>
      <LetterView letter={check.letter} level={2} />
      <form method="post" action="/api/public/my/identity/upload" encType="multipart/form-data" noValidate>
        <input type="hidden" name="reference" value={check.reference} />
        <Radios
          name="method"
          label={say("my.way")}
          choices={check.methods.map((method) => wayOf(method, say))}
          selected={check.method ? [check.method] : []}
        />
        <p className="mb-4 text-soft">{say("my.sealed")}</p>
        <div className="flex flex-wrap gap-4">
          <Button>{say("my.send")}</Button>
          <ButtonLink tone="secondary" href="/my">
            {say("my.back")}
          </ButtonLink>
        </div>
      </form>
    </PublicShell>
  );
}

/** The check has ended, or its request has; somebody came back by an old tab or the back button. */
async function Settled({ ctx, check }: { readonly ctx: Ctx; readonly check: MyCheck }) {
  const say = await words("identity");
  const { name } = ctx.controller.settings;
  return (
    <PublicShell portal={await portal(ctx)} path={`/my/identity/${check.reference}`}>
      <PageTitle>{say("my.settled")}</PageTitle>
      <CheckNotice check={check} controller={name} zone={ctx.controller.settings.zone} />
      <ButtonLink href="/my">{say("my.back")}</ButtonLink>
    </PublicShell>
  );
}

/** One way, and what it takes. */
function wayOf(method: Method, say: Translate): Choice {
  const text = (label: string) => (
    <TextArea name={`text_${method}`} label={label} rows={4} maxLength={5_000} />
  );
  const label = say(`letter.method.${method}`);
  switch (method) {
    case "known_address":
      return {
        value: method,
        label,
        inside: (
          <TextField
            name="code"
            label={say("my.code")}
            hint={say("my.codeHint")}
            autoComplete="one-time-code"
            spellCheck={false}
          />
        ),
      };
    case "facts":
      return { value: method, label, inside: text(say("my.facts")) };
    case "id_copy":
      return {
        value: method,
        label,
        inside: (
          <FileField
            name={`file_${method}`}
            label={say("my.file")}
            hint={say("my.fileHint")}
            accept={ACCEPTED}
            multiple
          />
        ),
      };
    case "account":
      return {
        value: method,
        label,
        inside: (
          <>
            {text(say("my.say"))}
            <FileField name={`file_${method}`} label={say("my.moreFiles")} accept={ACCEPTED} multiple />
          </>
        ),
      };
    case "call_back":
    case "in_person":
      return { value: method, label, inside: text(say("my.when")) };
  }
}
