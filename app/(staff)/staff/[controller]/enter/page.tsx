import type { Metadata } from "next";
import { words } from "@/app/_ui/words";
import { entryForm } from "@/lib/queries/intake/entry-form";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../_desk/door";
import { formWords } from "../../_form/form-words";
import { Heading } from "../../_frame/heading";
import { detailChoices } from "./detail-choices";
import { EntryForm } from "./entry-form.client";
import { blankEntry } from "./entry-values";
import { entryWords } from "./entry-words";

type Props = { readonly params: Promise<{ controller: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("register"))("entry.title") };
}

/** Entering a request that came by phone, paper, mail, in person or through a processor. */
export default async function EnterPage({ params }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/enter");
  const view = await onPage(entryForm(ctx), `/staff/${controller}/enter`);
  const { slug } = ctx.controller;
  const say = await words("register");
  const staff = await words("staff");
  const letter = await words("letter");
  return (
    <>
      <a href={`/staff/${slug}/queue`} className="inline-flex min-h-11 items-center">
        {staff("request.back")}
      </a>
      <Heading lead={say("entry.lead")}>{say("entry.title")}</Heading>
      <EntryForm
        action={`/api/staff/${slug}/filings/upload`}
        idempotencyKey={view.idempotencyKey}
        values={blankEntry(view)}
        fields={detailChoices(staff, letter)}
        answered={view.languages}
        today={String(view.now.date)}
        words={{
          ...formWords(await words("staffAccess")),
          ...entryWords(say, { staff, letter }, view),
        }}
      />
    </>
  );
}
