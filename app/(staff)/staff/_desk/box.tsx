import type { ReactNode } from "react";

/** A part of a dense page, under its own heading. */
export function Box({
  id,
  title,
  className = "",
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className={`min-w-0 rounded border border-line bg-surface p-4 ${className}`}
    >
      <h2 id={`${id}-title`} className="mb-2 text-base font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Facts under their names, dense. Rows without a value are left out. */
export function Rows({
  rows,
}: {
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="grid gap-x-4 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {rows
        .filter(({ value }) => value !== "" && value !== null)
        .map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-sm text-soft sm:py-0.5">{label}</dt>
            <dd className="mb-1 min-w-0 break-words whitespace-pre-line sm:mb-0 sm:py-0.5">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
