export const ERROR_SUMMARY = "error-summary";

export type ErrorLine = {
  /** The id of the field it is about. */
  readonly field: string;
  readonly text: string;
};

/**
 * Everything that is wrong with a form, on top of the page, each line leading to its field. It takes the focus by
 * itself (autofocus, and the fragment of the address), so that it is the first thing read.
 */
export function ErrorSummary({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ErrorLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <section
      id={ERROR_SUMMARY}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page was loaded anew to say what is wrong, and this says it
      autoFocus
      aria-labelledby={`${ERROR_SUMMARY}-title`}
      className="mb-8 rounded border-4 border-error bg-error-tint p-4 sm:p-6"
    >
      <h2 id={`${ERROR_SUMMARY}-title`} className="text-xl font-bold">
        {title}
      </h2>
      <ul className="mt-2 grid gap-1">
        {lines.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              className="inline-flex min-h-11 items-center font-semibold text-error visited:text-error"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
