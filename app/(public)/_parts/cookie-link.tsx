import { words } from "@/app/_ui/words";
import type { ControllerSettings } from "@/lib/domain/controller/settings";

/** Where a consent to cookies is taken back: on the controller's own site, in the browser that holds them. */
export async function CookieLink({ settings }: { readonly settings: ControllerSettings }) {
  if (settings.cookieSettingsUrl === "") return null;
  const say = await words("public");
  return (
    <p>
      {say("cookies.text", { name: settings.name })}{" "}
      <a href={settings.cookieSettingsUrl} rel="noreferrer" className="inline-flex min-h-11 items-center">
        {say("cookies.link")}
      </a>
    </p>
  );
}
