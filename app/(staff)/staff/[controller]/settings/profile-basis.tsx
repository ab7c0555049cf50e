import { Details } from "@/app/_ui/details";
import { pageLanguage, words } from "@/app/_ui/words";
import { profileById } from "@/lib/domain/law/profile";
import { formatList } from "@/lib/i18n/format";
import { Part } from "../../_frame/heading";

/** Where the rules of time of a profile come from, and which of them were only written from memory. */
export async function ProfileBasis({ profile: id }: { readonly profile: string }) {
  const profile = profileById(id);
  if (profile === null) return null;
  const { version, unverified, sources } = profile;
  const law = await words("law");
  const parts = formatList(
    unverified.map((part) => law(`part.${part}`)),
    await pageLanguage(),
  );
  return (
    <Part id="basis-part" title={law("basis.title")}>
      <p>{law("basis.rules", { profile: `${id.toUpperCase()} (${law(`name.${profile.law}`)})`, version })}</p>
      <p>{unverified.length > 0 ? law("basis.unverified", { parts }) : law("basis.verified")}</p>
      {sources.length === 0 ? (
        <p>{law("basis.noSource")}</p>
      ) : (
        <Details summary={law("basis.sources")}>
          <ul className="list-disc pl-5">
            {sources.map((source) => (
              <li key={source} className="break-words">
                {source}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Part>
  );
}
