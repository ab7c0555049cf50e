import type { ReactNode } from "react";

/** The heading of a staff page. */
export function Heading({ children, lead }: { readonly children: ReactNode; readonly lead?: ReactNode }) {
  return (
    <>
      <h1 className="mb-2 text-2xl leading-tight font-bold">{children}</h1>
      {lead ? <p className="mb-6 max-w-text">{lead}</p> : null}
    </>
  );
}

/** A part of a staff page. */
export function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-line pt-6">
      <h2 id={id} className="mb-3 text-xl font-bold">
        {title}
      </h2>
      {children}
    </section>
  );
}
