import { words } from "@/app/_ui/words";
import { rightsUnder } from "@/lib/domain/law/profile";
import { Part } from "../../_frame/heading";

/** The addresses that a controller puts on its own site: the portal, and the portal with one right chosen. */
export async function SiteLinks({
  portalUrl,
  profile,
}: {
  readonly portalUrl: string;
  readonly profile: string;
}) {
  const say = await words("staffAccess");
  const rights = await words("letter");
  const links = [
    { label: say("settings.site.all"), href: portalUrl },
    ...rightsUnder(profile).map((right) => ({
      label: rights(`rightPlain.${right}`),
      href: `${portalUrl}?right=${right}`,
    })),
  ];
  return (
    <Part id="site-part" title={say("settings.site.title")}>
      <p className="mb-2">{say("settings.site.lead")}</p>
      <dl>
        {links.map(({ label, href }) => (
          <div key={href} className="mb-2">
            <dt>{label}</dt>
            <dd>
              <code className="break-all select-all">{href}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
