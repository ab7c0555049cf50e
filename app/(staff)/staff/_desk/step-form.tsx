import type { ReactNode } from "react";

/** Which request a form is about, and as which version its reader saw it. */
export type Seen = {
  readonly slug: string;
  readonly reference: string;
  readonly version: number;
  readonly seen: number;
};

/**
 * A plain form for one step on a request; it carries the version it was made from. With `files` it may bring some, and
 * `step` then ends in "/upload".
 */
export function StepForm({
  of: { slug, reference, version, seen },
  step,
  files = false,
  className = "",
  children,
}: {
  readonly of: Seen;
  /** The last part of the route: "assign". */
  readonly step: string;
  readonly files?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={`/api/staff/${slug}/requests/${reference}/${step}`}
      className={className}
      {...(files ? { encType: "multipart/form-data" } : {})}
      autoComplete="off"
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={seen} />
      {children}
    </form>
  );
}
