import type { ReactNode } from "react";
import { words } from "@/app/_ui/words";
import type { Portal } from "@/lib/queries/intake/portal";

/** Who answers and how to reach them, in the same place on every page. */
export async function PublicFooter({ portal }: { readonly portal: Portal }) {
  const say = await words("public");
  const { slug, settings, authority } = portal;
  const { dpo } = settings;
  return (
    <>
      <h2 className="unseen">{say("footer.title")}</h2>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Block title={say("footer.contact")}>
          <p>
            {settings.name}
            {settings.registrationNumber ? `, ${settings.registrationNumber}` : ""}
          </p>
          <p className="whitespace-pre-line">{settings.address}</p>
          <Mail address={settings.contactEmail} />
          {settings.contactPhone ? <p>{settings.contactPhone}</p> : null}
        </Block>
        <div className="grid content-start gap-6">
          {dpo ? (
            <Block title={say("footer.dpo")}>
              <p>{dpo.name}</p>
              {dpo.email ? <Mail address={dpo.email} /> : null}
              {dpo.phone ? <p>{dpo.phone}</p> : null}
            </Block>
          ) : null}
          {authority ? (
            <Block title={say("footer.authority")}>
              <Link href={authority.web}>{authority.name}</Link>
            </Block>
          ) : null}
        </div>
      </div>
      <ul className="not-printed mt-6 flex flex-wrap gap-x-8 border-t border-line pt-2">
        <Item href={`/${slug}/privacy`}>{say("footer.notice")}</Item>
        {settings.privacyPolicyUrl ? (
          <Item href={settings.privacyPolicyUrl}>{say("footer.policy", { name: settings.name })}</Item>
        ) : null}
        <Item href={`/${slug}/accessibility`}>{say("footer.accessibility")}</Item>
        <Item href="/my">{say("footer.my")}</Item>
      </ul>
      <p className="mt-2 text-soft">{say("footer.habeas")}</p>
    </>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="font-bold">{title}</h3>
      {children}
    </div>
  );
}

const TARGET = "inline-flex min-h-11 items-center break-all";

function Mail({ address }: { readonly address: string }) {
  return (
    <p>
      <a href={`mailto:${address}`} className={TARGET}>
        {address}
      </a>
    </p>
  );
}

function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const safe = /^https?:\/\//.test(href);
  return safe ? (
    <a href={href} className="inline-flex min-h-11 items-center" rel="noreferrer">
      {children}
    </a>
  ) : (
    <p>{children}</p>
  );
}

function Item({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <li>
      <a href={href} className="inline-flex min-h-11 items-center">
        {children}
      </a>
    </li>
  );
}
