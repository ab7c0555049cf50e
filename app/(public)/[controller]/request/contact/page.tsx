import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Radios } from "@/app/_ui/choices";
import { TextField } from "@/app/_ui/field";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { localText } from "@/lib/domain/controller/settings";
import { RELATIONSHIPS } from "@/lib/domain/intake/filing";
import { controllerDoor } from "../../../_parts/door";
import { fromAddress, type PageProps, QuestionPage, questionMetadata } from "../_form/question-page";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { controller } = await params;
  await controllerDoor(controller, "/request/contact");
  return questionMetadata(controller, "contact", (await words("public"))("contact.title"));
}

export default async function ContactPage(props: PageProps) {
  const { slug, fromCheck } = await fromAddress(props);
  const ctx = await controllerDoor(slug, "/request/contact");
  const say = await words("public");
  const common = await words("common");
  const errorPrefix = common("errorPrefix");
  const { settings } = ctx.controller;
  const notice = localText(settings.protectedIdentityNotice, ctx.language, settings.languages);
  return (
    <QuestionPage slug={slug} step="contact" fromCheck={fromCheck}>
      {({ answers, draft }) => {
        const about = draft.steps["on-behalf"]?.typed ?? {};
        const acting = about.onBehalf?.[0] === "self" ? undefined : about.subjectName?.[0];
        return (
          <>
            <PageTitle>{say("contact.title")}</PageTitle>
            {acting ? <p className="mb-6 font-semibold">{say("onBehalf.acting", { name: acting })}</p> : null}
            {notice ? (
              <Banner tone="warn" title={say("start.protected")}>
                <p className="whitespace-pre-line">{notice}</p>
              </Banner>
            ) : null}
            <TextField
              name="name"
              label={say("contact.name")}
              error={answers.error("name")}
              errorPrefix={errorPrefix}
              defaultValue={answers.value("name")}
              autoComplete="name"
              spellCheck={false}
            />
            <TextField
              name="email"
              type="email"
              label={say("contact.email")}
              hint={say("contact.emailHint")}
              error={answers.error("email")}
              errorPrefix={errorPrefix}
              defaultValue={answers.value("email")}
              autoComplete="email"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
            <Radios
              name="relationship"
              label={say("contact.relationship", { name: settings.name })}
              optional={common("optional")}
              error={answers.error("relationship")}
              errorPrefix={errorPrefix}
              selected={answers.values("relationship")}
              choices={RELATIONSHIPS.map((value) => ({
                value,
                label: say(`contact.relationships.${value}`),
              }))}
            />
            <TextField
              name="identifiers"
              label={say("contact.identifiers")}
              optional={common("optional")}
              hint={say("contact.identifiersHint")}
              error={answers.error("identifiers")}
              errorPrefix={errorPrefix}
              defaultValue={answers.value("identifiers")}
              autoComplete="off"
            />
          </>
        );
      }}
    </QuestionPage>
  );
}
