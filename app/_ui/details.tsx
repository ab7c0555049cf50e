import type { ReactNode } from "react";

/** Something that is there for who wants it. Opens without JavaScript. */
export function Details({
  summary,
  open = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="group/details my-3" open={open}>
      <summary className="inline-flex min-h-11 items-center gap-2 py-2 text-link">
        <span aria-hidden="true" className="group-open/details:rotate-90">
          ▸
        </span>
        <span className="underline underline-offset-2">{summary}</span>
      </summary>
      <div className="mt-1 border-l-4 border-line py-1 pl-4">{children}</div>
    </details>
  );
}
