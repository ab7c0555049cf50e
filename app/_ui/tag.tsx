import type { ReactNode } from "react";

export type TagTone = "neutral" | "info" | "ok" | "warn" | "error";

const TONES: Readonly<Record<TagTone, string>> = {
  neutral: "border-edge bg-surface text-ink",
  info: "border-accent bg-tint text-ink",
  ok: "border-ok bg-ok-tint text-ok",
  warn: "border-warn bg-warn-tint text-warn",
  error: "border-error bg-error-tint text-error",
};

/** A status in words; the colour only repeats them. */
export function Tag({
  tone = "neutral",
  children,
}: {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}) {
  return (
    <span className={`inline-block rounded-sm border px-2 py-0.5 text-sm font-semibold ${TONES[tone]}`}>
      {children}
    </span>
  );
}
