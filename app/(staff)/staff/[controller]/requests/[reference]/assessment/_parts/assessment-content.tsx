import { words } from "@/app/_ui/words";
import type { AssessmentView } from "@/lib/queries/fee/assessment-view";
import { Rows } from "../../../../../_desk/box";

/** The words of one version, for whoever may read them. */
export async function AssessmentContent({ version }: { readonly version: AssessmentView }) {
  const say = await words("fee");
  const { content } = version;
  const field = (name: string) => say(`assess.fields.${name}`);
  return (
    <Rows
      rows={[
        { label: field("ground"), value: say(`ground.${version.ground}`) },
        { label: field("proposal"), value: say(`proposal.${version.proposal}`) },
        ...(content
          ? [
              { label: field("facts"), value: content.facts },
              { label: field("evidence"), value: content.evidence.join("\n") },
              { label: field("sign"), value: content.sign ? say(`sign.${content.sign}.label`) : "" },
              { label: field("shown"), value: content.shown },
              { label: field("against"), value: content.against },
              { label: field("narrow"), value: content.narrow },
              { label: field("noFee"), value: content.noFee },
              { label: field("exceptional"), value: content.exceptional },
            ]
          : []),
      ]}
    />
  );
}
