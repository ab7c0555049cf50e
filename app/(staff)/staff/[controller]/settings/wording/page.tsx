import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import { localDate } from "@/lib/domain/clock/dates";
import { formatDate } from "@/lib/i18n/format";
import { type WordingState, wordingsView } from "@/lib/queries/controller/wordings";
import { onPage, staffPageCtx } from "@/lib/session/staff";
import { Heading } from "../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("wording"))("title") };
}

/** Which messages say the standard text and which have words of the controller's own, in each of its languages. */
export default async function WordingsPage({ params }: Props) {
  const { controller } = await params;
  const ctx = await staffPageCtx(controller, "/settings/wording");
  const view = await onPage(wordingsView(ctx), `/staff/${controller}/settings/wording`);
  const say = await words("wording");
  const access = await words("staffAccess");
  const language = await pageLanguage();
  const { zone } = ctx.controller.settings;
  const stateOf = ({ own }: WordingState) =>
    own
      ? say("own", { version: own.version, date: formatDate(localDate(own.at, zone), language) })
      : say("standard");
  return (
    <div className="max-w-text">
      <Heading lead={say("lead")}>{say("title")}</Heading>
      {view.mayWrite ? null : <Banner>{say("readOnly")}</Banner>}
      <ul className="border-t border-line">
        {view.kinds.map(({ kind, states }) => (
          <li key={kind} className="border-b border-line py-2">
            <span className="font-semibold">{say(`kind.${kind}`)}</span>
            <ul className="flex flex-wrap gap-x-6">
              {states.map((state) => {
                const name = access(`settings.languageNames.${state.language}`);
                const said = stateOf(state);
                return (
                  <li key={state.language}>
                    <a
                      href={`/staff/${view.slug}/settings/wording/edit?kind=${kind}&language=${state.language}`}
                      className="inline-flex min-h-11 items-center"
                      aria-label={say("open", { kind: say(`kind.${kind}`), language: name, state: said })}
                    >
                      {name}: {said}
                    </a>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
