import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { MyStop } from "@/lib/queries/decision/my-stop";

/** The record of a stop: from when it has to end, whether it did, and that the address is kept off every list. */
export async function MyStopView({ stop, zone }: { readonly stop: MyStop; readonly zone: string }) {
  const say = await words("my");
  const language = await pageLanguage();
  const instant = (at: string) => formatInstant(at, zone, language);
  return (
    <section aria-label={say("stop.title")} className="my-4 border-l-4 border-line pl-4">
      <h3 className="mb-2 text-xl font-bold">{say("stop.title")}</h3>
      <p>{say(`stop.noted.${stop.kind}`, { instant: instant(stop.notedAt) })}</p>
      {stop.state === "open" ? (
        <p>{say(stop.late ? "stop.openLate" : "stop.open", { date: formatDate(stop.dueOn, language) })}</p>
      ) : null}
      {stop.stoppedOn ? <p>{say("stop.done", { date: formatDate(stop.stoppedOn, language) })}</p> : null}
      {stop.state === "not_possible" ? <p>{say("stop.nothing")}</p> : null}
      {stop.keptSince ? <p>{say("stop.kept", { date: instant(stop.keptSince) })}</p> : null}
    </section>
  );
}
