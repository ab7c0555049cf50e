import type { Language } from "@/lib/domain/kernel/language";
import { ERROR_SUMMARY } from "./error-summary";
import { escaped } from "./escaped";
import { controlId, type PlainForm, plainForm } from "./plain-form";

/** Something that is said in a list of its own; with the field it is about, it leads there. */
export type PlainLine = { readonly text: string; readonly field?: string | undefined };

export type PlainPage = {
  readonly language: Language;
  /** Of this response, for the few lines of style. */
  readonly nonce: string;
  readonly title: string;
  /** The title of the tab, where it says more than the heading: "Error: There is a problem". */
  readonly tab?: string | undefined;
  readonly text: string;
  readonly lines: readonly PlainLine[];
  readonly link: { readonly href: string; readonly text: string };
  /** What was typed, to be put right and sent again, with a sentence before it. */
  readonly again?: (PlainForm & { readonly lead: string }) | undefined;
};

const STYLE = `
:root{color-scheme:light dark;--p:#faf7f1;--s:#fff;--i:#201d1a;--a:#115e59;--o:#fff;--l:#0e5a66;--e:#7b7268;--h:#ffc64a;--r:#a3211b}
@media (prefers-color-scheme:dark){:root{--p:#181614;--s:#221f1c;--i:#f4efe7;--a:#86d3c9;--o:#0a2724;--l:#93d3e0;--e:#9d9489;--h:#7a5200;--r:#ffb4ab}}
body{margin:0;padding:2rem 1rem;background:var(--p);color:var(--i);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:40rem;margin:0 auto}
h1{font-size:1.75rem;line-height:1.2}
a{color:var(--l);display:inline-block;padding:.6rem 0}
.wrong{border-left:4px solid var(--r);padding-left:1rem}
.error,.summary a{color:var(--r);font-weight:600}
.summary a{display:inline}
.summary{border:4px solid var(--r);border-radius:4px;padding:0 1rem}
.field{margin:0 0 1.25rem}
.field p{margin:.25rem 0}
label{font-weight:600}
textarea,select,input:not([type=checkbox]){display:block;box-sizing:border-box;width:100%;min-height:2.75rem;margin:.5rem 0 0;padding:.5rem .75rem;border:2px solid var(--e);border-radius:4px;background:var(--s);color:var(--i);font:inherit}
textarea{min-height:6rem}
input[type=date]{width:auto}
input[type=checkbox]{width:1.5rem;height:1.5rem;vertical-align:middle}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:2px solid var(--a);border-radius:4px;background:var(--a);color:var(--o);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--i);outline-offset:2px;box-shadow:0 0 0 7px var(--h)}
`;

/** A small page of its own for what a route handler has to say itself; everything in it is escaped. */
export function plainPage({ language, nonce, title, tab, text, lines, link, again }: PlainPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(tab ?? title)}</title>
<style nonce="${escaped(nonce)}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${listOf(lines, again)}
${again ? `<p>${escaped(again.lead)}</p>\n${plainForm(again)}` : ""}
<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>
</main>
</body>
</html>
`;
}

/** What is wrong or what happened; on top of a form it is the summary of its errors, each leading to its field. */
function listOf(lines: readonly PlainLine[], again: PlainPage["again"]): string {
  if (lines.length === 0) return "";
  const items = lines.map(({ text, field }) =>
    field === undefined
      ? `<li>${escaped(text)}</li>`
      : `<li><a href="#${escaped(controlId(field))}">${escaped(text)}</a></li>`,
  );
  const list = `<ul>${items.join("")}</ul>`;
  return again && lines.some(({ field }) => field !== undefined)
    ? `<div class="summary" id="${ERROR_SUMMARY}" tabindex="-1" role="alert" autofocus>${list}</div>`
    : list;
}
