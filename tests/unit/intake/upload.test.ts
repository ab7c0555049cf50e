/** Which files are taken and under which name (security.md cases 34 to 36; RFC 6266, RFC 8187). */
import fc from "fast-check";
import { asAttachment, fileType, neutralName } from "@/lib/domain/intake/upload";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const PDF = bytes("%PDF-1.7\n1 0 obj");
const PNG = bytes("\x89PNG\r\n\x1a\n0000");

test.each([
  ["a.pdf", PDF, "application/pdf"],
  ["A.PDF", PDF, "application/pdf"],
  ["a.png", PNG, "image/png"],
  ["a.jpeg", bytes("\xff\xd8\xff\xe0"), "image/jpeg"],
  ["a.heic", bytes("\0\0\0\x18ftypheic"), "image/heic"],
  ["a.txt", bytes("Hej då"), "text/plain"],
  ["a.eml", bytes("From: a@b.example\r\n\r\nhej"), "message/rfc822"],
  ["a.docx", bytes("PK\x03\x04"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
])("%s is taken", (name, head, type) => {
  expect(fileType(name, head)).toEqual({ ok: true, value: type });
});

test.each([
  ["x.pdf.exe", PDF, "type"],
  ["picture.svg", bytes("<svg/>"), "type"],
  ["page.html", bytes("<html>"), "type"],
  ["all.zip", bytes("PK\x03\x04"), "type"],
  ["noending", PDF, "type"],
  ["constructor", PDF, "type"],
  ["x.constructor", PDF, "type"],
  ["page.pdf", bytes("<html><body>hi"), "content"],
  ["both.pdf", bytes("<html><!-- %PDF-1.7"), "content"],
  ["program.jpg", bytes("MZ\x90\0"), "content"],
  ["picture.png", bytes("<svg onload=1>"), "content"],
  ["letter.docx", bytes("%PDF-1.7"), "content"],
  ["program.txt", bytes("MZ\0\0\0"), "content"],
  ["mail.eml", bytes("no header here"), "content"],
])("%s is refused", (name, head, why) => {
  expect(fileType(name, head)).toEqual({ ok: false, refusal: why });
});

test.each([
  ["../../../etc/cron.d/x.txt", "x.txt"],
  ["C:\\Users\\a\\x.pdf", "x.pdf"],
  ["x.php\0.pdf", "x.php.pdf"],
  ["x\r\nSet-Cookie: a=b.pdf", "xSet-Cookie_ a=b.pdf"],
  ["CON.pdf", "_CON.pdf"],
  ["\u202Efdp.exe.pdf", "fdp.exe.pdf"],
  ["", "file"],
  [".pdf", "pdf"],
  ['a"b.pdf', "a_b.pdf"],
  ["pass på.pdf", "pass på.pdf"],
])("the name %j is shown as %j", (given, shown) => {
  expect(neutralName(given)).toBe(shown);
});

test("a long name is cut and keeps its ending", () => {
  expect(neutralName(`${"å".repeat(300)}.pdf`)).toBe(`${"å".repeat(120)}.pdf`);
});

test("whatever a name is, it stays one valid header parameter, and says its own letters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
      const name = neutralName(given);
      expect(name.length).toBeGreaterThan(0);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
      const header = asAttachment(name);
      const [, encoded] =
        /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''([A-Za-z0-9%!#$&+.^_`|~-]+)$/.exec(
          header,
        ) ?? [];
      expect(decodeURIComponent(encoded ?? "")).toBe(name);
    }),
    { numRuns: 500 },
  );
});
