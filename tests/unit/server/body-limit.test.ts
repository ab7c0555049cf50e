import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { holdBody } from "@/lib/server/body-limit";

/** A request whose body is pushed by hand. */
function request(): IncomingMessage {
  const stream = new PassThrough() as unknown as IncomingMessage;
  stream.headers = { "transfer-encoding": "chunked" };
  return stream;
}

const response = {} as ServerResponse;
const KB = Buffer.alloc(1024);

test("unfinished bodies of everybody together are held up to a limit, and give their room back however they end", async () => {
  const most = 3 * 1024;
  const [slow, other] = [request(), request()];
  const held = holdBody(slow, response, 8 * 1024, { most, patience: 30 });
  slow.push(KB);
  slow.push(KB);
  const first = holdBody(other, response, 8 * 1024, { most });
  other.push(KB);
  expect(other.push(KB)).toBe(false);
  expect(await first).toBe("too-many");
  expect(await held).toBe("too-slow");

  const later = request();
  const whole = holdBody(later, response, 8 * 1024, { most });
  later.push(KB);
  later.push(KB);
  later.push(null);
  expect(await whole).toBe("whole");
});
