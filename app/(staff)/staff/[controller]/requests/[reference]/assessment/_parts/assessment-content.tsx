import { words } from "@/app/_ui/words";
import type { Translate } from "@/lib/i18n/translator";
import type { AssessmentView } from "@/lib/queries/fee/assessment-view";

const FIELDS = ["facts", "evidence", "sign", "shown", "against", "narrow", "noFee", "exceptional"] as const;

/** The words of one version, each under its question, for whoever may read them. */
export async function AssessmentContent({ version }: { readonly version: AssessmentView }) {
  const say = await words("fee");
  const { content } = version;
  const rows = [
    ["ground", say(`ground.${version.ground}`)] as const,
    ["proposal", say(`proposal.${version.proposal}`)] as const,
    ...(content ? FIELDS.map((name) => [name, textOf(content, name, say)] as const) : []),
  ];
  return (
    <dl className="grid gap-2">
      {rows
        .filter(([, text]) => text !== "")
        .map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm text-soft">{say(`assess.fields.${name}`)}</dt>
            <dd className="break-words whitespace-pre-line">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function textOf(
  content: NonNullable<AssessmentView["content"]>,
  name: (typeof FIELDS)[number],
  say: Translate,
): string {
  if (name === "evidence") return content.evidence.join("\n");
  if (name === "sign") return content.sign ? say(`sign.${content.sign}.label`) : "";
  return content[name];
}
