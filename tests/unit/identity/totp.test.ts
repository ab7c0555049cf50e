import { generateSync, verifySync } from "otplib";
import { base32, sixDigits, totpUri } from "@/lib/domain/identity/totp";

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %s (RFC 4648 section 10, without padding)", (text, expected) => {
  expect(base32(new TextEncoder().encode(text))).toBe(expected);
});

test("the key an app reads gives the codes of RFC 6238 appendix B", () => {
  const secret = base32(new TextEncoder().encode("12345678901234567890"));
  expect(generateSync({ secret, epoch: 59 })).toBe("287082");
  expect(verifySync({ secret, token: "050471", epoch: 1111111111 }).valid).toBe(true);
});

test("the address in the QR code carries names with any characters", () => {
  const uri = new URL(totpUri("Habeas & Co", "åsa+1@norrvik.example", "JBSWY3DP"));
  expect(decodeURIComponent(uri.pathname)).toContain("Habeas & Co:åsa+1@norrvik.example");
  expect(uri.searchParams.get("secret")).toBe("JBSWY3DP");
  expect(uri.searchParams.get("issuer")).toBe("Habeas & Co");
});

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123-456", "123456"],
  ["12345", null],
  ["1234567", null],
  ["7K3M-9QXT-0VBA-42RD", null],
  ["１２３４５６", null],
])("%j is read as %j", (typed, expected) => {
  expect(sixDigits(typed)).toBe(expected);
});
