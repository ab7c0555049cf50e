import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { SettingsChange } from "@/lib/queries/controller/settings";

/** When and by whom the settings were changed, and which of them; newest first. */
export async function SettingsHistory({
  history,
  zone,
}: {
  readonly history: readonly SettingsChange[];
  /** The controller's zone, in which the times are shown. */
  readonly zone: string;
}) {
  const say = await words("staffAccess");
  const language = await pageLanguage();
  return (
    <ol className="grid gap-3">
      {history.map(({ version, at, by, changed }) => (
        <li key={version} className="border-l-4 border-line pl-4">
          <strong>{say("settings.version", { version })}</strong>
          {", "}
          <time dateTime={at}>{formatInstant(at, zone, language)}</time>
          {", "}
          {by ?? say("settings.history.setup")}
          <div className="text-soft">
            {changed.length > 0
              ? changed.map((name) => say(`settings.fields.${name}`)).join(", ")
              : say("settings.history.first")}
          </div>
        </li>
      ))}
    </ol>
  );
}
