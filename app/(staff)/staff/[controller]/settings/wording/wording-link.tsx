import { words } from "@/app/_ui/words";
import { Part } from "../../../_frame/heading";

/** The way to the controller's own words. */
export async function WordingLink({ slug }: { readonly slug: string }) {
  const say = await words("wording");
  return (
    <Part id="wording-part" title={say("title")}>
      <p>{say("lead")}</p>
      <a href={`/staff/${slug}/settings/wording`} className="inline-flex min-h-11 items-center">
        {say("link")}
      </a>
    </Part>
  );
}
