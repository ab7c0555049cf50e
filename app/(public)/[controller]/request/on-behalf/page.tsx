import type { Metadata } from "next";
import { Radios } from "@/app/_ui/choices";
import { TextArea, TextField } from "@/app/_ui/field";
import { words } from "@/app/_ui/words";
import { ON_BEHALF } from "@/lib/domain/intake/filing";
import { controllerDoor } from "../../../_parts/door";
import { fromAddress, type PageProps, QuestionPage, questionMetadata } from "../_form/question-page";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { controller } = await params;
  await controllerDoor(controller, "/request/on-behalf");
  return questionMetadata(controller, "on-behalf", (await words("public"))("onBehalf.title"));
}

export default async function OnBehalfPage(props: PageProps) {
  const { slug, fromCheck } = await fromAddress(props);
  await controllerDoor(slug, "/request/on-behalf");
  const say = await words("public");
  const common = await words("common");
  const errorPrefix = common("errorPrefix");
  return (
    <QuestionPage slug={slug} step="on-behalf" fromCheck={fromCheck}>
      {({ answers }) => (
        // With JavaScript or without, a browser that knows :has hides what is only asked for somebody else.
        <div className="group/who">
          <Radios
            name="onBehalf"
            heading
            label={say("onBehalf.title")}
            error={answers.error("onBehalf")}
            errorPrefix={errorPrefix}
            selected={answers.values("onBehalf")}
            choices={ON_BEHALF.map((value) => ({ value, label: say(`onBehalf.${value}`) }))}
          />
          <div className="supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[value=child]:checked,[value=other]:checked]/who:block">
            <TextField
              name="subjectName"
              label={say("onBehalf.subjectName")}
              error={answers.error("subjectName")}
              errorPrefix={errorPrefix}
              defaultValue={answers.value("subjectName")}
              autoComplete="off"
            />
            <TextArea
              name="authority"
              rows={3}
              label={say("onBehalf.authority")}
              optional={common("optional")}
              hint={say("onBehalf.authorityHint")}
              error={answers.error("authority")}
              errorPrefix={errorPrefix}
              defaultValue={answers.value("authority")}
            />
          </div>
        </div>
      )}
    </QuestionPage>
  );
}
