import type { Language } from "@/lib/domain/kernel/language";

export type PlainPage = {
  readonly language: Language;
  /** Of this response, for the few lines of style. */
  readonly nonce: string;
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly text: string };
  /** A form that keeps what was typed, to be sent again. */
  readonly again?: {
    readonly action: string;
    readonly hidden: Readonly<Record<string, string>>;
    readonly name: string;
    readonly typed: string;
    readonly label: string;
    readonly button: string;
  };
};

const STYLE = `
:root{color-scheme:light dark;--p:#faf7f1;--s:#fff;--i:#201d1a;--a:#115e59;--o:#fff;--l:#0e5a66;--e:#7b7268;--h:#ffc64a}
@media (prefers-color-scheme:dark){:root{--p:#181614;--s:#221f1c;--i:#f4efe7;--a:#86d3c9;--o:#0a2724;--l:#93d3e0;--e:#9d9489;--h:#7a5200}}
body{margin:0;padding:2rem 1rem;background:var(--p);color:var(--i);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:40rem;margin:0 auto}
h1{font-size:1.75rem;line-height:1.2}
a{color:var(--l);display:inline-block;padding:.6rem 0}
label{display:block;font-weight:600}
textarea{box-sizing:border-box;width:100%;min-height:12rem;margin:.5rem 0 1rem;padding:.5rem .75rem;border:2px solid var(--e);border-radius:4px;background:var(--s);color:var(--i);font:inherit}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:2px solid var(--a);border-radius:4px;background:var(--a);color:var(--o);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--i);outline-offset:2px;box-shadow:0 0 0 7px var(--h)}
`;

/** A small page of its own for what a route handler has to say itself; everything in it is escaped. */
export function plainPage({ language, nonce, title, text, lines, link, again }: PlainPage): string {
  const list = lines.map((line) => `<li>${escaped(line)}</li>`).join("");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style nonce="${escaped(nonce)}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${list ? `<ul>${list}</ul>` : ""}
${again ? form(again) : ""}
<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>
</main>
</body>
</html>
`;
}

function form({ action, hidden, name, typed, label, button }: NonNullable<PlainPage["again"]>): string {
  const fields = Object.entries(hidden).map(
    ([key, value]) => `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`,
  );
  // A line break right after the tag is not part of a textarea's text, so one more keeps the text's own.
  return `<form method="post" action="${escaped(action)}" novalidate>${fields.join("")}
<label for="again">${escaped(label)}</label>
<textarea id="again" name="${escaped(name)}">\n${escaped(typed)}</textarea>
<button type="submit">${escaped(button)}</button>
</form>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
