import { pageLanguage, words } from "@/app/_ui/words";
import { controllerRows } from "@/lib/i18n/contact-rows";
import type { Portal } from "@/lib/queries/intake/portal";

/** The foot of every page of a controller, the same help in the same place: who it is, and the notices. */
export async function PortalFooter({ portal }: { readonly portal: Portal }) {
  const say = await words("my");
  const rows = controllerRows(portal.settings, await pageLanguage());
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="font-semibold">{label}</dt>
            <dd className="mb-2 whitespace-pre-line break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-4 flex flex-wrap gap-x-6">
        <li>
          <a className="inline-flex min-h-11 items-center" href={`/${portal.slug}/privacy`}>
            {say("foot.privacy")}
          </a>
        </li>
        <li>
          <a className="inline-flex min-h-11 items-center" href={`/${portal.slug}/accessibility`}>
            {say("foot.accessibility")}
          </a>
        </li>
        <li>
          <a className="inline-flex min-h-11 items-center" href="/my">
            {say("foot.mine")}
          </a>
        </li>
      </ul>
    </>
  );
}
