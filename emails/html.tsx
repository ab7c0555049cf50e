import { render } from "@react-email/render";
import type { CSSProperties, ReactElement } from "react";
import type { MailBlock, MailContent } from "@/emails/content";

/**
 * A mail as HTML: the same words as its text. Nothing in it is fetched from anywhere and nothing counts
 * who opened it; all text is escaped.
 */
export function mailHtml(content: MailContent): Promise<string> {
  return render(<Mail {...content} />);
}

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Readers that support it turn to dark by themselves; the fixed colours are readable on both. */
const SCHEME = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #14181d !important; color: #eceff2 !important; }
  .small, th { color: #b8c0c8 !important; }
  .button { background: #9cc4ff !important; color: #0b1b33 !important; }
  .quiet { color: #9cc4ff !important; }
}`;

const page: CSSProperties = {
  margin: "0 auto",
  maxWidth: "36rem",
  padding: "24px 16px",
  fontFamily: FONT,
  fontSize: "16px",
  lineHeight: 1.5,
  background: "#ffffff",
  color: "#1b1f24",
};
const smallText: CSSProperties = { fontSize: "14px", color: "#4a5460" };
const button: CSSProperties = {
  display: "inline-block",
  padding: "12px 20px",
  borderRadius: "6px",
  background: "#134a8e",
  color: "#ffffff",
  fontWeight: 600,
  textDecoration: "none",
};
const head: CSSProperties = {
  padding: "4px 16px 4px 0",
  textAlign: "left",
  verticalAlign: "top",
  fontWeight: 600,
  color: "#4a5460",
};
const cell: CSSProperties = { padding: "4px 0", verticalAlign: "top" };
const address: CSSProperties = { ...smallText, wordBreak: "break-all" };

function Mail({ subject, language, blocks }: MailContent): ReactElement {
  return (
    <html lang={language} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: a mail is a document of its own, not a page of Next */}
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{subject}</title>
        <style>{SCHEME}</style>
      </head>
      <body style={{ margin: 0 }}>
        <div className="page" style={page}>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once to text, nothing is ever reordered
            <Block key={at} {...block} />
          ))}
        </div>
      </body>
    </html>
  );
}

function Block(block: MailBlock): ReactElement {
  switch (block.kind) {
    case "paragraph":
      return <p>{block.text}</p>;
    case "small":
      return (
        <p className="small" style={smallText}>
          {block.text}
        </p>
      );
    case "facts":
      return (
        <table style={{ borderCollapse: "collapse", margin: "16px 0" }}>
          <tbody>
            {block.rows.map(({ label, value }) => (
              <tr key={`${label} ${value}`}>
                <th scope="row" style={head}>
                  {label}
                </th>
                <td style={cell}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "link":
      return block.quiet ? (
        <p className="small" style={smallText}>
          <a className="quiet" href={block.url} style={{ color: "#134a8e" }}>
            {block.label}
          </a>
        </p>
      ) : (
        <>
          <p style={{ margin: "24px 0 8px" }}>
            <a className="button" href={block.url} style={button}>
              {block.label}
            </a>
          </p>
          <p className="small" style={address}>
            {block.url}
          </p>
        </>
      );
  }
}
