import type { ReactNode } from "react";
import { pageLanguage, words } from "@/app/_ui/words";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { HereSwitch } from "./here-switch.client";

export type FrameLink = { readonly href: string; readonly text: string };

/** The frame of a staff page: a way past the header, where one is, the ways of the desk, language, account, sign-out. */
export async function StaffFrame({
  brand,
  links = [],
  person,
  children,
}: {
  /** The controller, and where its name leads. */
  readonly brand?: { readonly name: string; readonly href: string } | undefined;
  readonly links?: readonly FrameLink[];
  /** The name of whoever is signed in; left out where nobody has to be. */
  readonly person?: string | undefined;
  readonly children: ReactNode;
}) {
  const say = await words("staffAccess");
  const common = await words("common");
  const language = await pageLanguage();
  return (
    <div lang={language} className="flex min-h-dvh flex-col text-base">
      <a href="#main" className="unseen absolute z-10 bg-surface px-4 py-3 font-semibold">
        {say("frame.skip")}
      </a>
      <header className="not-printed border-b-4 border-accent bg-surface">
        <div className="mx-auto flex w-full flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <a
            href={brand?.href ?? "/staff"}
            className="inline-flex min-h-11 items-center font-bold text-ink no-underline visited:text-ink hover:underline"
          >
            {brand?.name ?? say("frame.service")}
          </a>
          {links.length > 0 ? <DeskLinks label={say("frame.nav")} links={links} /> : null}
          <div className="-mx-2 flex flex-wrap items-center sm:ml-auto">
            {person ? (
              <>
                <a href="/staff/account" className="inline-flex min-h-11 items-center px-2">
                  <span className="unseen">{say("frame.account")}: </span>
                  {person}
                </a>
                <form method="post" action="/api/staff/account/sign-out">
                  <button type="submit" className={TEXT_BUTTON}>
                    {say("frame.signOut")}
                  </button>
                </form>
              </>
            ) : null}
            <HereSwitch label={common("languages")} current={language} languages={LANGUAGES} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full flex-1 px-4 pt-6 pb-16 sm:px-6">
        {children}
      </main>
    </div>
  );
}

const TEXT_BUTTON =
  "inline-flex min-h-11 items-center px-2 text-link underline underline-offset-2 hover:decoration-[3px]";

function DeskLinks({ label, links }: { readonly label: string; readonly links: readonly FrameLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="-mx-2 flex flex-wrap">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center px-2">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
