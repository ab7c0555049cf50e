const LOOK = "inline-flex min-h-11 items-center gap-2 font-semibold text-link no-underline visited:text-link";

function Inside({ text }: { readonly text: string }) {
  return (
    <>
      <span aria-hidden="true">‹</span>
      <span className="underline underline-offset-2">{text}</span>
    </>
  );
}

/** Back, on top of a page, where nothing on it can be lost. */
export function BackLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} className={LOOK}>
      <Inside text={text} />
    </a>
  );
}

/** Back as a button of the page's form, so that what was typed is kept. */
export function BackButton({ form, text }: { readonly form: string; readonly text: string }) {
  return (
    <button type="submit" form={form} name="leaving" value="back" className={LOOK}>
      <Inside text={text} />
    </button>
  );
}
