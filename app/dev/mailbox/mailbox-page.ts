import type { Mail } from "@/app/dev/mailbox/read-mailbox";

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
.demo{background:#7a3e00;color:#fff;margin:-1rem -1rem 1rem;padding:.25rem 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:1rem}
iframe{width:100%;height:30rem;border:1px solid #767676}a{color:#00508f}
`;

/** The list of mails. */
export function listPage(mails: readonly Mail[]): string {
  const rows = mails.map(
    ({ name, at, to, subject }) => `<tr>
<td>${timeOf(at)}</td><td>${escaped(to)}</td>
<td><a href="/dev/mailbox?mail=${encodeURIComponent(name)}">${escaped(subject || "(no subject)")}</a></td>
</tr>`,
  );
  const table = `<table>
<thead><tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>`;
  return page(
    "Mailbox",
    `<p>Every mail the demonstration has sent, newest first. None of them left this machine. Reload the page to see newer ones.</p>
${mails.length === 0 ? "<p>No mail has been sent yet.</p>" : table}`,
  );
}

/**
 * One mail, as text with its links and as the page a mail program would show.
 * @param baseUrl the only origin whose addresses become links
 */
export function mailPage({ at, from, to, subject, text, html }: Mail, baseUrl: string): string {
  const shown = `<!doctype html><meta charset="utf-8"><base target="_blank">${html}`;
  return page(
    subject || "(no subject)",
    `<p><a href="/dev/mailbox">All mails</a></p>
<p>${timeOf(at)}<br>From: ${escaped(from)}<br>To: ${escaped(to)}</p>
<h2>As text</h2>
<pre>${withLinks(text, baseUrl)}</pre>
<h2>As a page</h2>
${
  html === ""
    ? "<p>This mail has text only.</p>"
    : `<iframe title="The mail as a page" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escaped(shown)}"></iframe>`
}`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – demonstration</title>
<style>${STYLE}</style>
</head>
<body>
<p class="demo">Demonstration: invented people, nothing is real.</p>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

function withLinks(text: string, baseUrl: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => {
      const ours = at % 2 === 1 && URL.canParse(part) && new URL(part).origin === baseUrl;
      return ours ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part);
    })
    .join("");
}

function timeOf(at: Date): string {
  return `<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace("T", " ")} UTC</time>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
