import { connect, createServer, type Socket } from "node:net";
import type { TestDatabase } from "./database";

export interface Severable {
  /** The database as it is reached through here. */
  readonly database: TestDatabase;
  /** Ends every connection and refuses new ones, as a server that was stopped does. */
  stop(): Promise<void>;
  /** Takes connections again, at the same port. */
  start(): Promise<void>;
}

/** A way to a test's database that can be stopped and started without stopping it for everybody. */
export async function severable(database: TestDatabase): Promise<Severable> {
  const target = new URL(database.url("habeas_app"));
  const open = new Set<Socket>();
  const make = () =>
    createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          open.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  let server = make();
  const listen = (port: number) =>
    new Promise<number>((done) => {
      server.listen(port, "127.0.0.1", () => done((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  return {
    database: {
      ...{ name: database.name, query: database.query },
      url: (login) => {
        const url = new URL(database.url(login));
        url.port = String(port);
        return url.href;
      },
    },
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
    start: async () => {
      server = make();
      await listen(port);
    },
  };
}
