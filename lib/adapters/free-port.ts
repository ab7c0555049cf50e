import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below what Linux (32768) and macOS (49152) give to outgoing connections, above what services are known for. */
const LOWEST = 10_000;
const ABOVE = 32_768;

/**
 * A port of 127.0.0.1 that nobody listens on right now, for what has to know its port before it starts. The system's
 * own choice would be a port that the next outgoing connection may take in the seconds until then.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(LOWEST, ABOVE);
    if (await canListen(port)) return port;
  }
  throw new Error("No free port was found on 127.0.0.1.");
}

function canListen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
