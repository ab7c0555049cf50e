import type { ReactNode } from "react";
import type { Language } from "@/lib/domain/kernel/language";
import { LanguageSwitch, type LanguageSwitchProps } from "./language-switch";

/** The frame of every page: a way past the header, who is speaking, the languages, the page, the foot. */
export function PageShell({
  language,
  skip,
  brand,
  switcher,
  nav,
  before,
  footer,
  width = "text",
  children,
}: {
  /** The language of everything in the page; said again here where it differs from the document's. */
  readonly language: Language;
  /** "Hoppa till innehållet" */
  readonly skip: string;
  readonly brand: { readonly name: string; readonly href: string; readonly about?: string };
  readonly switcher?: LanguageSwitchProps;
  readonly nav?: ReactNode;
  /** What belongs above the page's content and is not part of it, such as Back. */
  readonly before?: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: "text" | "page" | "full";
  readonly children: ReactNode;
}) {
  const inner = { text: "max-w-page", page: "max-w-page", full: "max-w-none" }[width];
  const column = { text: "max-w-text", page: "max-w-page", full: "max-w-none" }[width];
  return (
    <div lang={language} className="flex min-h-dvh flex-col text-[1.0625rem] sm:text-lg">
      <a href="#main" className="unseen absolute z-10 bg-surface px-4 py-3 font-semibold">
        {skip}
      </a>
      <header className="border-b-4 border-accent bg-surface">
        <div
          className={`mx-auto flex w-full flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6 ${inner}`}
        >
          <a
            href={brand.href}
            className="inline-flex min-h-11 min-w-0 flex-col justify-center text-ink no-underline visited:text-ink hover:underline"
          >
            <span className="text-lg leading-tight font-bold">{brand.name}</span>
            {brand.about ? <span className="text-base leading-tight text-soft">{brand.about}</span> : null}
          </a>
          <div className="not-printed -mx-2 flex flex-wrap items-center">
            {nav}
            {switcher ? <LanguageSwitch {...switcher} /> : null}
          </div>
        </div>
      </header>
      <div className={`mx-auto w-full flex-1 px-4 pt-4 pb-16 sm:px-6 ${inner}`}>
        {before}
        <main id="main" tabIndex={-1} className={`pt-4 ${column}`}>
          {children}
        </main>
      </div>
      {footer ? (
        <footer className="border-t border-line bg-surface text-base">
          <div className={`mx-auto w-full px-4 py-8 sm:px-6 ${inner}`}>{footer}</div>
        </footer>
      ) : null}
    </div>
  );
}
