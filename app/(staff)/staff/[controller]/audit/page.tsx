import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { words } from "@/app/_ui/words";
import { type LogPage, logPage } from "@/lib/queries/audit/log-page";
import { onPage } from "@/lib/session/staff";
import { Box } from "../../_desk/box";
import { deskDoor } from "../../_desk/door";
import { one, type Search } from "../../_desk/one";
import { Heading } from "../../_frame/heading";
import { Events } from "./events";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staff"))("audit.title") };
}

/** The log in words, its last line to keep, and what can be taken home. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const asked = one(await searchParams, "before");
  const before = /^\d{1,9}$/.test(asked) ? Number(asked) : undefined;
  const ctx = await deskDoor(controller, "/audit");
  const page = await onPage(logPage(ctx, before), `/staff/${controller}/audit`);
  const { slug } = ctx.controller;
  const say = await words("staff");
  const older = "inline-flex min-h-11 items-center";
  return (
    <>
      <Heading lead={say("audit.lead", { zone: page.zone })}>{say("audit.title")}</Heading>
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
        {page.mayExport ? <Export slug={slug} page={page} /> : null}
        {page.head ? (
          <Box id="head" title={say("audit.headTitle")}>
            <p className="text-sm break-all">
              {say("audit.head", { seq: String(page.head.seq), hash: page.head.hash })}
            </p>
            <p className="mt-1 text-sm text-soft">{say("audit.keep")}</p>
          </Box>
        ) : null}
      </div>
      <h2 className="mb-2 text-xl font-bold">{say("audit.events")}</h2>
      {page.lines.length === 0 ? <p>{say("audit.empty")}</p> : <Events slug={slug} page={page} />}
      <nav aria-label={say("queue.pages.label")} className="mt-4 flex gap-6">
        {before === undefined ? null : (
          <a href={`/staff/${slug}/audit`} className={older}>
            {say("audit.newest")}
          </a>
        )}
        {page.older === null ? null : (
          <a href={`/staff/${slug}/audit?before=${page.older}`} className={older}>
            {say("audit.older")}
          </a>
        )}
      </nav>
    </>
  );
}

async function Export({ slug, page }: { readonly slug: string; readonly page: LogPage }) {
  const say = await words("staff");
  const files = [
    { name: "events", action: "events" },
    { name: "requests", action: "requests" },
    { name: "excel", action: "requests?excel=1" },
    ...(page.mayExportContacts ? [{ name: "contacts", action: "contacts" }] : []),
  ];
  return (
    <Box id="export" title={say("audit.export.title")}>
      <p className="mb-3 text-sm">{say("audit.export.lead")}</p>
      <ul className="grid gap-3">
        {files.map(({ name, action }) => (
          <li key={name}>
            <form method="post" action={`/api/staff/${slug}/audit/${action}`}>
              <Button tone="secondary" aria-describedby={`export-${name}`}>
                {say(`audit.export.${name}`)}
              </Button>
            </form>
            <p id={`export-${name}`} className="text-sm text-soft">
              {say(`audit.export.${name}Hint`)}
            </p>
          </li>
        ))}
      </ul>
      <Details summary={say("audit.export.columns", { version: String(page.register.version) })}>
        <dl className="grid gap-1 text-sm">
          {page.register.columns.map((column) => (
            <div key={column}>
              <dt className="inline font-mono font-semibold">{column}</dt>
              <dd className="inline"> {say(`register.${column}`)}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </Box>
  );
}
