import fc from "fast-check";
import { setEnv } from "@/lib/env";
import { localPath } from "@/lib/session/local-path";

beforeAll(() => setEnv({ BASE_URL: "http://localhost:3000" }));

test.each([
  ["/staff/norrvik/queue", "/staff/norrvik/queue"],
  ["/staff/norrvik/queue?view=mine&page=2", "/staff/norrvik/queue?view=mine&page=2"],
  ["http://localhost:3000/staff/account", "/staff/account"],
  ["https://evil.example", "/staff"],
  ["//evil.example", "/staff"],
  ["///evil.example", "/staff"],
  ["/\\evil.example", "/staff"],
  ["\\\\evil.example", "/staff"],
  ["/%2f%2fevil.example", "/staff"],
  ["/%5cevil.example", "/staff"],
  ["https:evil.example", "/staff"],
  ["javascript:alert(1)", "/staff"],
  ["data:text/html,x", "/staff"],
  ["\t//evil.example", "/staff"],
  ["/a\nb", "/staff"],
  ["http://x@localhost:3000/", "/staff"],
  ["http://localhost:3001/", "/staff"],
  ["/%zz", "/staff"],
  ["", "/staff"],
  [null, "/staff"],
])("%j goes to %s", (wanted, expected) => {
  expect(localPath(wanted, "/staff")).toBe(expected);
});

test("whatever is wanted, a browser stays with us", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `/${text}`),
      ),
      (wanted) => {
        const path = localPath(wanted, "/staff");
        expect(new URL(path, "http://localhost:3000").origin).toBe("http://localhost:3000");
        expect(path).toMatch(/^\/(?![/\\])/);
      },
    ),
    { numRuns: 2_000 },
  );
});
