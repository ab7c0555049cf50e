import { frontForEachTest, ORIGIN, OURS, seen } from "../../support/front";
import { send } from "../../support/http";

const front = frontForEachTest();

describe("what changes something", () => {
  test.each([
    [{ origin: ORIGIN }, 200],
    [{ origin: ORIGIN, "sec-fetch-site": "same-origin" }, 200],
    [{ origin: ORIGIN, "sec-fetch-site": "none" }, 200],
    [{ origin: "null", "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{}, 403],
    [{ origin: "null" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "https://desk.example.evil.example" }, 403],
    [{ origin: "http://desk.example" }, 403],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, 403],
    [{ origin: ORIGIN, "sec-fetch-site": "cross-site" }, 403],
    [{ origin: ORIGIN, "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
  ])("comes from our pages: %j -> %i", async (headers, status) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await send(front.url, {
        method,
        path: "/api/x",
        headers: { host: "desk.example", ...headers },
      });
      expect([method, answer.status]).toEqual([method, status]);
    }
    if (status === 403) expect(seen).toEqual([]);
  });

  test("is under /api", async () => {
    for (const path of ["/staff/x", "/", "/api"]) {
      const answer = await send(front.url, { method: "POST", path, headers: OURS });
      expect([path, answer.status]).toEqual([path, 405]);
    }
    expect(seen).toEqual([]);
  });

  test("is refused with a sentence in the reader's language, as page or as JSON", async () => {
    const sending = { method: "POST", path: "/api/x", headers: { host: "desk.example" } };
    const page = await send(front.url, {
      ...sending,
      headers: { ...sending.headers, accept: "text/html,*/*", "accept-language": "sv-SE,sv;q=0.9,en;q=0.8" },
    });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).toContain('<html lang="sv">');
    expect(page.text).toContain("våra egna sidor");
    const json = await send(front.url, {
      ...sending,
      headers: { ...sending.headers, "accept-language": "en-GB,sv;q=0.2" },
    });
    expect(JSON.parse(json.text)).toMatchObject({
      error: "origin",
      message: expect.stringContaining("our own pages"),
    });
  });
});
