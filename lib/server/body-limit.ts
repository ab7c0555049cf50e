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

/** Files of one form (at most 30 MB, lib/domain/intake/upload.ts) with everything around them. */
const UPLOAD_BYTES = 32 * 1024 * KB;

/** Paths that take files: there a body is not held but passes, and is sealed to disk while it arrives. */
const UPLOAD = /^\/api\/(?:public|staff)\/.+\/upload$/;

export function isUpload(path: string): boolean {
  return UPLOAD.test(path);
}

/**
 * The most bytes a body sent to `path` may have.
 * @param path decoded
 */
export function bodyLimit(path: string): number {
  if (isUpload(path)) return UPLOAD_BYTES;
  for (const [prefix, bytes] of LIMITS) if (path.startsWith(prefix)) return bytes;
  return 0;
}

/** Whether the request line announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

export type Held = "whole" | "too-large" | "cut-off" | "too-slow" | "too-many";

/** How long a body that is held may take to arrive; one that passes has as long as the server gives any request. */
const HELD_FOR_MS = 30_000;

/** So much of unfinished bodies is held at once, of everybody together: a flood of slow senders must not fill the memory. */
const MOST_HELD_BYTES = 64 * 1024 * KB;
let heldBytes = 0;

export interface Holding {
  /** milliseconds that it may take to arrive */
  readonly patience?: number;
  /** is shown the body before it is handed on */
  readonly whole?: (body: Buffer) => void;
  /** bytes that may be held at once */
  readonly most?: number;
}

/**
 * Holds a request until its body is there, so that a handler sees a whole body within the limit or none. What
 * arrives is kept back by standing in for the stream's `push` and handed on at the end; more than the limit is
 * never kept, and reading stops there.
 */
export function holdBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  { patience = HELD_FOR_MS, whole, most = MOST_HELD_BYTES }: Holding = {},
): Promise<Held> {
  if (!hasBody(request)) {
    whole?.(Buffer.alloc(0));
    return Promise.resolve("whole");
  }
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve("too-large");
  if (request.headers.expect !== undefined) response.writeContinue();
  return new Promise((resolve) => {
    const push = request.push.bind(request);
    const chunks: Buffer[] = [];
    let size = 0;
    let holds = 0;
    const cutOff = (): void => done("cut-off");
    request.once("close", cutOff);
    const slow = setTimeout(() => done("too-slow"), patience);
    const done = (held: Held): void => {
      clearTimeout(slow);
      heldBytes -= holds;
      holds = 0;
      if (held !== "whole") chunks.length = 0;
      resolve(held);
    };
    request.push = (chunk: Buffer | null): boolean => {
      if (chunk === null) {
        request.off("close", cutOff);
        request.push = push;
        const body = Buffer.concat(chunks, size);
        whole?.(body);
        if (size > 0) push(body);
        const more = push(null);
        done("whole");
        return more;
      }
      size += chunk.length;
      if (size > limit) {
        done("too-large");
        return false;
      }
      if (heldBytes + chunk.length > most) {
        done("too-many");
        return false;
      }
      holds += chunk.length;
      heldBytes += chunk.length;
      chunks.push(chunk);
      return true;
    };
  });
}

/**
 * Lets a body pass to the handler as it arrives, and counts. What is announced as too large never starts; what
 * becomes too large stops being read there and then.
 * @param tooLarge called once when more than the limit has arrived
 */
export function passBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  tooLarge: () => void,
): "passing" | "too-large" {
  if (!hasBody(request)) return "passing";
  if (Number(request.headers["content-length"] ?? 0) > limit) return "too-large";
  if (request.headers.expect !== undefined) response.writeContinue();
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: Buffer | null): boolean => {
    if (chunk === null) return size > limit ? false : push(null);
    const before = size;
    size += chunk.length;
    if (size <= limit) return push(chunk);
    if (before <= limit) tooLarge();
    return false;
  };
  return "passing";
}
