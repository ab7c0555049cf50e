import { ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { ForwardingView } from "@/lib/queries/request/forwarding";
import { Box } from "../../../../_desk/box";

/** To whom a request was sent on; or the way to do so, where the data belongs to a customer. */
export async function Forwarding({
  view,
  slug,
  zone,
}: {
  readonly view: ForwardingView;
  readonly slug: string;
  readonly zone: string;
}) {
  const { forwarded } = view;
  if (!forwarded && !view.mayForward) return null;
  const say = await words("register");
  const language = await pageLanguage();
  if (!forwarded) {
    return (
      <Box id="forwarding" title={say("forward.title")}>
        <p className="mb-2 text-sm">{say(view.late ? "forward.offerLate" : "forward.offer")}</p>
        <ButtonLink tone="secondary" href={`/staff/${slug}/requests/${view.reference}/forward`}>
          {say("forward.open")}
        </ButtonLink>
      </Box>
    );
  }
  const { customer } = forwarded;
  const at = formatInstant(forwarded.at, zone, language);
  return (
    <Box id="forwarding" title={say("forward.title")}>
      <p className="mb-2">{say(`forward.${forwarded.standing}`, { at })}</p>
      {customer ? (
        <p className="wrap-anywhere whitespace-pre-line">
          <bdi className="font-semibold">{customer.name}</bdi>
          {[customer.email, customer.postalAddress].map((line) => (line === "" ? "" : `\n${line}`)).join("")}
        </p>
      ) : null}
    </Box>
  );
}
