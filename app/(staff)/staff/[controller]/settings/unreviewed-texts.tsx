import { Details } from "@/app/_ui/details";
import { words } from "@/app/_ui/words";
import { unreviewedTexts } from "@/lib/i18n/legal/legal-text";
import { Part } from "../../_frame/heading";

/** The legal texts of a profile that no lawyer has read yet; nothing when there is none. */
export async function UnreviewedTexts({ profile }: { readonly profile: string }) {
  const texts = unreviewedTexts(profile);
  if (texts.length === 0) return null;
  const say = await words("staffAccess");
  return (
    <Part id="texts-part" title={say("settings.texts.title")}>
      <p>{say("settings.texts.lead")}</p>
      <Details summary={say("settings.texts.show", { count: texts.length })}>
        <ul className="list-disc pl-5">
          {texts.map(({ folder, notice, language, version }) => (
            <li key={`${folder} ${notice} ${language}`}>
              {say("settings.texts.item", {
                notice,
                folder,
                language: say(`settings.languageNames.${language}`),
                version,
              })}
            </li>
          ))}
        </ul>
      </Details>
    </Part>
  );
}
