import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What came, as it came. */
  readonly bytes: Buffer;
}

export interface Sending {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  /** sends the body in pieces without announcing its length */
  readonly chunked?: boolean;
  /** which of this machine's addresses to come from (127.0.0.2) */
  readonly localAddress?: string;
}

/** One request as written: any header, no redirect followed, no cookie kept. An answer that comes early counts. */
export function send(base: string, sending: Sending = {}): Promise<Answer> {
  const { method = "GET", path = "/", headers = {}, body, chunked = false, localAddress } = sending;
  const length = body === undefined || chunked ? {} : { "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        ...endpoint(base),
        method,
        path,
        headers: { host: new URL(base).host, ...length, ...headers },
        agent: false,
        ...(localAddress === undefined ? {} : { localAddress }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const bytes = Buffer.concat(parts);
          const { statusCode = 0, headers: received } = response;
          resolve({ status: statusCode, headers: received, text: bytes.toString("utf8"), bytes });
          request.destroy();
        });
      },
    );
    request.on("error", reject);
    if (chunked && body !== undefined) {
      const bytes = Buffer.from(body);
      for (let at = 0; at < bytes.length; at += 16_384) request.write(bytes.subarray(at, at + 16_384));
      request.end();
    } else request.end(body);
  });
}

/** Where an origin is on this machine; the servers of tests listen on IPv4 only. */
function endpoint(base: string): { host: string; port: number } {
  const { hostname, port } = new URL(base);
  return { host: hostname === "localhost" ? "127.0.0.1" : hostname, port: Number(port) };
}

/** Writes `text` to the socket as it is and returns all that comes back until the other side closes. */
export function sendBytes(base: string, text: string, { timeout = 20_000 } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(endpoint(base), () => socket.write(text));
    const parts: Buffer[] = [];
    socket.setTimeout(timeout, () => socket.destroy(new Error("no end of the answer")));
    socket.on("data", (part: Buffer) => parts.push(part));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(parts).toString("utf8")));
  });
}

export interface Visitor {
  get(path: string, headers?: OutgoingHttpHeaders): Promise<Answer>;
  /** posts a plain form as a browser does from one of our pages */
  submit(
    path: string,
    fields: Record<string, string | readonly string[]>,
    headers?: OutgoingHttpHeaders,
  ): Promise<Answer>;
  postJson(path: string, value: unknown, headers?: OutgoingHttpHeaders): Promise<Answer>;
  /** follows one redirect within the site */
  follow(answer: Answer): Promise<Answer>;
  readonly cookies: Map<string, string>;
}

/** Somebody with a cookie jar and no browser. */
export function createVisitor(base: string, { language = "en" } = {}): Visitor {
  const cookies = new Map<string, string>();
  const origin = new URL(base).origin;
  async function visit(sending: Sending): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      accept: "text/html",
      "accept-language": language,
      ...(cookie === "" ? {} : { cookie }),
      ...sending.headers,
    };
    const answer = await send(base, { ...sending, headers });
    for (const line of answer.headers["set-cookie"] ?? []) keep(cookies, line);
    return answer;
  }
  return {
    cookies,
    get: (path, headers = {}) => visit({ path, headers }),
    submit: (path, fields, headers = {}) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
      );
      const type = "application/x-www-form-urlencoded";
      const body = new URLSearchParams(pairs).toString();
      return visit({ method: "POST", path, body, headers: { "content-type": type, origin, ...headers } });
    },
    postJson: (path, value, headers = {}) => {
      const ours = { accept: "application/json", "content-type": "application/json", origin };
      return visit({ method: "POST", path, body: JSON.stringify(value), headers: { ...ours, ...headers } });
    },
    follow: (answer) => {
      const target = new URL(answer.headers.location ?? "", base);
      if (target.origin !== origin) throw new Error(`The redirect leads away, to ${target.origin}.`);
      return visit({ path: target.pathname + target.search });
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const name = pair.slice(0, at).trim();
  const gone = attributes.some((attribute) => /^\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
  if (gone) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1).trim());
}
