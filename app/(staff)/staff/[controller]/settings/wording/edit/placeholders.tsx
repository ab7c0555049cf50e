import { words } from "@/app/_ui/words";
import { placeholdersOf, type WordingKind } from "@/lib/domain/notice/wording";

/** What can be filled in, what it is, and what it becomes in the example. */
export async function Placeholders({
  kind,
  values,
}: {
  readonly kind: WordingKind;
  readonly values: Readonly<Record<string, string>>;
}) {
  const say = await words("wording");
  return (
    <section aria-labelledby="placeholders" className="mb-8">
      <h2 id="placeholders" className="text-lg font-bold">
        {say("placeholders")}
      </h2>
      <p className="mb-2">{say("placeholdersLead")}</p>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:grid-cols-[fit-content(12rem)_minmax(0,1fr)]">
        {placeholdersOf(kind).map((name) => (
          <div key={name} className="contents">
            <dt>
              <code className="select-all">{`{${name}}`}</code>
            </dt>
            <dd className="mb-2 wrap-anywhere">
              {say(`placeholder.${name}`)}
              {values[name] ? `: ${values[name]}` : ""}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
