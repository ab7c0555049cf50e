import { words } from "@/app/_ui/words";
import { Part } from "../../../_frame/heading";

/** The way to the register of processing. */
export async function ProcessingLink({ slug }: { readonly slug: string }) {
  const say = await words("processing");
  return (
    <Part id="processing-part" title={say("title")}>
      <p>{say("lead")}</p>
      <a href={`/staff/${slug}/settings/processing`} className="inline-flex min-h-11 items-center">
        {say("link")}
      </a>
    </Part>
  );
}
