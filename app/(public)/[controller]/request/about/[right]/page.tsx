import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { words } from "@/app/_ui/words";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { authorityOfController } from "@/lib/queries/controller/authorities";
import { CookieLink } from "../../../../_parts/cookie-link";
import { controllerDoor } from "../../../../_parts/door";
import { DetailFields } from "../../_form/detail-fields";
import { fromAddress, type PageProps, QuestionPage, questionMetadata } from "../../_form/question-page";

type Props = PageProps & {
  readonly params: Promise<{ readonly controller: string; readonly right: string }>;
};

async function rightOf({ params }: Props): Promise<Right> {
  const { controller, right } = await params;
  const known = RIGHTS.find((one) => one === right);
  await controllerDoor(controller, known ? `/request/about/${known}` : "");
  return known ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const right = await rightOf(props);
  return questionMetadata((await props.params).controller, right, (await words("public"))(`${right}.title`));
}

/** What one right asks about, and nothing more. */
export default async function AboutRightPage(props: Props) {
  const right = await rightOf(props);
  const { slug, fromCheck } = await fromAddress(props);
  const ctx = await controllerDoor(slug);
  const say = await words("public");
  const letter = await words("letter");
  const common = await words("common");
  const authority = right === "complaint" ? await authorityOfController(ctx) : null;
  return (
    <QuestionPage slug={slug} step={right} fromCheck={fromCheck}>
      {({ answers }) => (
        <>
          <DetailFields
            right={right}
            answers={answers}
            texts={{ say, letter, common }}
            authority={authority?.name ?? ""}
          />
          {right === "consent_withdrawal" ? <CookieLink settings={ctx.controller.settings} /> : null}
        </>
      )}
    </QuestionPage>
  );
}
