import type { IncomingMessage, ServerResponse } from "node:http";

const KB = 1024;

/**
 * How large a body may be, by the first prefix that fits the path. A form's texts may be 15,000 characters together,
 * each of which a browser writes with up to nine: what is too long must arrive, to be shown again and shortened.
 */
const LIMITS: readonly (readonly [prefix: string, bytes: number])[] = [
  ["/api/public/", 256 * KB],
  ["/api/staff/", 256 * KB],
  ["/", 64 * KB],
];

/**
 * The most bytes a body sent to `path` may have.
 * @param path decoded
 */
export function bodyLimit(path: string): number {
  for (const [prefix, bytes] of LIMITS) if (path.startsWith(prefix)) return bytes;
  return 0;
}

/** Whether the request line announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

export type Held = "whole" | "too-large" | "cut-off";

/**
 * Holds a request until its body is there, so that a handler sees a whole body within the limit or none. What
 * arrives is kept back by standing in for the stream's `push` and handed on at the end; more than the limit is
 * never kept, and reading stops there.
 */
export function holdBody(request: IncomingMessage, response: ServerResponse, limit: number): Promise<Held> {
  if (!hasBody(request)) return Promise.resolve("whole");
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve("too-large");
  if (request.headers.expect !== undefined) response.writeContinue();
  return new Promise((resolve) => {
    const push = request.push.bind(request);
    const chunks: Buffer[] = [];
    let size = 0;
    const cutOff = (): void => resolve("cut-off");
    request.once("close", cutOff);
    request.push = (chunk: Buffer | null): boolean => {
      if (chunk === null) {
        request.off("close", cutOff);
        request.push = push;
        if (size > 0) push(Buffer.concat(chunks, size));
        const more = push(null);
        resolve("whole");
        return more;
      }
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return true;
      }
      chunks.length = 0;
      resolve("too-large");
      return false;
    };
  });
}
