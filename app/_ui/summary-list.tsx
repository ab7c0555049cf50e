import type { ReactNode } from "react";

export type SummaryRow = {
  readonly label: string;
  readonly value: ReactNode;
  /** Where the answer can be changed. `about` is read but not seen: "Ändra namn". */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string };
};

/** Facts under their names. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="mb-8 border-t border-line">
      {rows.map(({ label, value, change }) => (
        <div
          key={label}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="flex min-w-0 items-start justify-between gap-4">
            <div className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">{value}</div>
            {change ? (
              <a
                href={change.href}
                className="not-printed -my-2.5 inline-flex min-h-11 flex-none items-center"
              >
                {change.text}
                <span className="unseen"> {change.about}</span>
              </a>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
