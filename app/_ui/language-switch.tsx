import type { Language } from "@/lib/domain/kernel/language";

/** Each language in its own words. */
const NAMES: Readonly<Record<Language, string>> = { sv: "Svenska", en: "English" };

/** Changes the language and comes back to `back`. With `form` it is part of the question form, and what is typed is kept. */
export type LanguageSwitchProps = {
  /** The name of the group: "Språk". */
  readonly label: string;
  readonly current: Language;
  readonly languages: readonly Language[];
  /** The path of this page. */
  readonly back: string;
  /** The id of the page's question form. */
  readonly form?: string | undefined;
};

const LINK =
  "inline-flex min-h-11 items-center px-2 text-link underline underline-offset-2 hover:decoration-[3px]";

export function LanguageSwitch({ label, current, languages, back, form }: LanguageSwitchProps) {
  if (languages.length < 2) return null;
  const buttons = languages.map((language) => (
    <li key={language} lang={language}>
      {language === current ? (
        <span aria-current="true" className="inline-flex min-h-11 items-center px-2 font-semibold">
          {NAMES[language]}
        </span>
      ) : (
        <button type="submit" name="language" value={language} form={form} className={LINK}>
          {NAMES[language]}
        </button>
      )}
    </li>
  ));
  const list = (
    <ul className="flex" aria-label={label}>
      {buttons}
    </ul>
  );
  if (form) return list;
  return (
    <form method="post" action="/api/public/language">
      <input type="hidden" name="back" value={back} />
      {list}
    </form>
  );
}
