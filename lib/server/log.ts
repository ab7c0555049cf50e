import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

/** What every line written while a request is served says of it. */
export const requestFacts = new AsyncLocalStorage<{ readonly requestId: string }>();

/**
 * The log of the serving process: one JSON line per entry on standard output. What may be written is an
 * allow-list (ids, route paths, numbers, error names and stacks); bodies, addresses and query strings never are.
 */
export const logger = pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => requestFacts.getStore() ?? {},
  formatters: { level: (label) => ({ level: label }) },
});

/** Errors whose message is a fixed sentence of ours or of the language; others may quote the value that failed. */
const MESSAGE_IS_SAFE = new Set(["Error", "TypeError", "RangeError", "ReferenceError"]);

export interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly digest?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * What the log keeps of a thrown value: its name, its code and where it came from. The message is kept only where
 * it cannot hold what a person typed (a parser and a database quote the value in theirs).
 */
export function describeError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const { code, digest } = thrown as { code?: unknown; digest?: unknown };
  const foreign = typeof code === "string" || !MESSAGE_IS_SAFE.has(thrown.name);
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: thrown.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" ? { digest } : {}),
    ...(foreign ? {} : { message: thrown.message }),
    ...(frames.length > 0 ? { stack: frames.join("\n") } : {}),
    ...(thrown.cause !== undefined && depth < 3 ? { cause: describeError(thrown.cause, depth + 1) } : {}),
  };
}

/**
 * Sends what libraries print with `console` to the log, so that every physical line of the process is one JSON
 * entry and an error they print is reduced like any other. Returns the way back.
 */
export function captureConsole(): () => void {
  const before = { log: console.log, info: console.info, warn: console.warn, error: console.error };
  const through =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]): void => {
      const thrown = parts.find((part) => part instanceof Error);
      if (thrown !== undefined) logger[level]({ error: describeError(thrown) }, "printed by a library");
      else
        logger[level](parts.map((part) => (typeof part === "string" ? part : `[${typeof part}]`)).join(" "));
    };
  Object.assign(console, {
    log: through("info"),
    info: through("info"),
    warn: through("warn"),
    error: through("error"),
  });
  return () => void Object.assign(console, before);
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A path segment that the log may show: short, without an @ or an encoded character. */
const PLAIN_SEGMENT = /^[A-Za-z0-9_.-]{1,32}$/;

/**
 * The path as the log may show it: no query, no token of a mail link, nothing that could be typed text.
 * @param path the request's path, still percent-encoded
 */
export function loggablePath(path: string): string {
  const segments = path.split("?", 1).join("").split("/");
  const shown = segments.map((segment, at) => {
    if (segment === "" || UUID.test(segment)) return segment;
    if (segments[at - 1] === "c") return "[token]";
    return PLAIN_SEGMENT.test(segment) ? segment : "[...]";
  });
  return shown.join("/");
}
