import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { words } from "@/app/_ui/words";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Translate } from "@/lib/i18n/translator";
import { keptFields } from "@/lib/queries/notice/kept-fields";
import { forwardForm } from "@/lib/queries/request/forwarding";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { formWords } from "../../../../_form/form-words";
import { Heading } from "../../../../_frame/heading";
import { ForwardForm, type ForwardWords } from "./forward-form.client";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("register"))("forward.title") };
}

/** Sending a request on to the customer who is the controller of the data. */
export default async function ForwardPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/forward`;
  const ctx = await deskDoor(controller, path);
  const here = `/staff/${controller}${path}`;
  const view = await onPage(forwardForm(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const kept = await onPage(keptFields(ctx, reference, "forwarding"), here);
  const { slug } = ctx.controller;
  const say = await words("register");
  const back = `/staff/${slug}/requests/${view.reference}`;
  return (
    <div className="max-w-text">
      <a href={back} className="inline-flex min-h-11 items-center">
        {say("letter.back", { reference: formatReference(view.reference) })}
      </a>
      <Heading lead={say("forward.lead")}>{say("forward.title")}</Heading>
      {view.mayForward ? (
        <>
          <Banner>{say("forward.means")}</Banner>
          {view.late ? <Banner tone="warn">{say("forward.late")}</Banner> : null}
          <ForwardForm
            action={`/api/staff/${slug}/requests/${view.reference}/letters/forwarding/keep`}
            kept={kept}
            version={view.version}
            words={{ ...formWords(await words("staffAccess")), ...forwardWords(say) }}
          />
        </>
      ) : (
        <Banner tone="warn">{say("forward.tooLate")}</Banner>
      )}
    </div>
  );
}

function forwardWords(say: Translate): Pick<ForwardWords, "fields" | "hints" | "submit"> {
  const names = ["name", "email", "postalAddress", "note"] as const;
  const each = (group: string) =>
    Object.fromEntries(
      names.map((name) => [name, say(`forward.${group}.${name}`)]),
    ) as ForwardWords["fields"];
  return { fields: each("fields"), hints: each("hints"), submit: say("forward.submit") };
}
