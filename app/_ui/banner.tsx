import type { ReactNode } from "react";

export type BannerTone = "info" | "ok" | "warn" | "error";

const TONES: Readonly<Record<BannerTone, string>> = {
  info: "border-accent bg-tint",
  ok: "border-ok bg-ok-tint",
  warn: "border-warn bg-warn-tint",
  error: "border-error bg-error-tint",
};

/** Something to notice before the rest of the page. The words carry the meaning; the colour repeats it. */
export function Banner({
  tone = "info",
  title,
  level = 2,
  children,
}: {
  readonly tone?: BannerTone;
  readonly title?: ReactNode;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={`mb-8 rounded border-l-8 p-4 sm:p-5 ${TONES[tone]}`}>
      {title ? <Heading className="mb-1 text-lg font-bold">{title}</Heading> : null}
      {children}
    </div>
  );
}
