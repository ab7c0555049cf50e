import type { ComponentProps } from "react";

export type ButtonTone = "primary" | "secondary" | "danger" | "quiet";

const TONES: Readonly<Record<ButtonTone, string>> = {
  primary: "px-5 bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong",
  secondary: "px-5 bg-surface text-accent border-accent hover:bg-tint",
  danger: "px-5 bg-surface text-error border-error hover:bg-error-tint",
  quiet:
    "bg-transparent text-link border-transparent forced-colors:border-0 underline underline-offset-2 hover:decoration-[3px]",
};

const SHAPE =
  "not-printed inline-flex min-h-11 items-center justify-center rounded border-2 py-2 text-center font-semibold no-underline forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText]";

/** The look of a button, for what is one in another element. */
export function buttonClass(tone: ButtonTone = "primary", className = ""): string {
  return `${SHAPE} ${TONES[tone]} ${className}`;
}

/** A button; submits its form unless `type` says otherwise. */
export function Button({
  tone = "primary",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { readonly tone?: ButtonTone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

/** A link that looks like a button: leads somewhere and changes nothing. */
export function ButtonLink({
  tone = "primary",
  className = "",
  ...rest
}: ComponentProps<"a"> & { readonly href: string; readonly tone?: ButtonTone }) {
  return <a className={buttonClass(tone, className)} {...rest} />;
}
