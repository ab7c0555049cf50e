import type { Metadata } from "next";
import { Checkboxes } from "@/app/_ui/choices";
import { words } from "@/app/_ui/words";
import { rightsUnder } from "@/lib/domain/law/profile";
import { controllerDoor } from "../../../_parts/door";
import { fromAddress, type PageProps, QuestionPage, questionMetadata } from "../_form/question-page";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { controller } = await params;
  await controllerDoor(controller, "/request/rights");
  return questionMetadata(controller, "rights", (await words("public"))("rights.title"));
}

export default async function RightsPage(props: PageProps) {
  const { slug, fromCheck } = await fromAddress(props);
  const { controller } = await controllerDoor(slug, "/request/rights");
  const { profile } = controller.settings;
  const say = await words("public");
  const rights = await words("letter");
  const common = await words("common");
  return (
    <QuestionPage slug={slug} step="rights" fromCheck={fromCheck}>
      {({ answers }) => (
        <Checkboxes
          name="rights"
          heading
          label={say("rights.title")}
          hint={say("rights.hint")}
          error={answers.error("rights")}
          errorPrefix={common("errorPrefix")}
          selected={answers.values("rights")}
          choices={rightsUnder(profile).map((right) => ({
            value: right,
            label: rights(`rightPlain.${right}`),
            hint: say(`rights.about.${right}`),
          }))}
        />
      )}
    </QuestionPage>
  );
}
