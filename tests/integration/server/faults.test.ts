import { frontForEachTest, OURS, startTestFront } from "../../support/front";
import { send, sendBytes } from "../../support/http";

const front = frontForEachTest();

describe("faults and the end", () => {
  test("a thrown error shows a sentence and no detail", async () => {
    for (const path of ["/throws", "/empty-fault"]) {
      const answer = await send(front.url, { path, headers: { ...OURS, accept: "text/html" } });
      expect(answer.status).toBe(500);
      expect(answer.text).toContain("Something went wrong on our side");
      expect(answer.text).not.toMatch(/secret|at .*\.ts/);
    }
  });

  test("a request under way is finished, an idle connection closed, and nothing new accepted", async () => {
    let release = (): void => undefined;
    const slow = await startTestFront({
      handler: (_request, response) =>
        new Promise((resolve) => {
          release = () => {
            response.end("late");
            resolve();
          };
        }),
    });
    const underWay = send(slow.url, { headers: { ...OURS, connection: "keep-alive" } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = slow.close();
    await expect(send(slow.url, { headers: OURS })).rejects.toThrow("ECONNREFUSED");
    release();
    const answer = await underWay;
    expect(answer.text).toBe("late");
    expect(answer.headers.connection).toBe("close");
    await closed;
  });

  test("a busy port is an error of the caller's", async () => {
    await expect(startTestFront({ port: Number(new URL(front.url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  test("who never finishes a request is sent away", async () => {
    const head = "POST /api/x HTTP/1.1\r\nHost: desk.example\r\n";
    const answers = await Promise.all([
      sendBytes(front.url, "GET / HTTP/1.1\r\nHost: desk"),
      sendBytes(front.url, head),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*too long to arrive/);
  });
});
