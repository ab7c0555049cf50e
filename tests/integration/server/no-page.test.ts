/** Where a page says that there is none, the front asks for our page for nothing; every other 404 stays as it is. */
import { gunzipSync } from "node:zlib";
import type { Handler } from "@/lib/server/next-app";
import { OURS, startTestFront } from "../../support/front";
import { send } from "../../support/http";

const BLANK = `<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>`;
const OUR_PAGE = "<!DOCTYPE html><html><body><h1>Sidan finns inte</h1></body></html>";

/** As Next answers: 404 with a page, its head sent before the body. */
const answers =
  (html: (url: string) => string, asked: string[] = []): Handler =>
  async (request, response) => {
    asked.push(`${request.url} of ${request.headers["x-habeas-path"]}`);
    response.statusCode = 404;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.flushHeaders();
    const page = html(request.url ?? "");
    response.write(page.slice(0, 20));
    response.end(page.slice(20));
  };

async function at(path: string, handler: Handler, headers = {}) {
  const front = await startTestFront({ handler });
  try {
    return await send(front.url, { path, headers: { ...OURS, ...headers } });
  } finally {
    await front.close();
  }
}

test("an empty document becomes our page for nothing, with the same status, whole and compressed", async () => {
  const asked: string[] = [];
  const handler = answers((url) => (url === "/nosuch" ? BLANK : OUR_PAGE), asked);
  const answer = await at("/nosuch", handler, { "accept-encoding": "gzip" });
  expect(answer.status).toBe(404);
  expect(gunzipSync(answer.bytes).toString()).toBe(OUR_PAGE);
  expect(asked).toEqual(["/nosuch of /nosuch", "/-/-/-/-/- of /nosuch"]);
});

test("a 404 that says something is left as it is, and one that stays empty is asked for once", async () => {
  const asked: string[] = [];
  const handler = answers(() => OUR_PAGE, asked);
  expect((await at("/a/b/c/d", handler)).text).toBe(OUR_PAGE);
  expect(asked).toHaveLength(1);
  const empty: string[] = [];
  expect(
    (
      await at(
        "/nosuch",
        answers(() => BLANK, empty),
      )
    ).status,
  ).toBe(404);
  expect(empty).toHaveLength(2);
});

test("nobody outside says which address it was", async () => {
  const asked: string[] = [];
  await at(
    "/nosuch",
    answers(() => OUR_PAGE, asked),
    { "x-habeas-path": "/staff" },
  );
  expect(asked).toEqual(["/nosuch of /nosuch"]);
});
