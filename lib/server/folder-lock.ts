import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** Longest path of a socket that every system takes. */
const LONGEST = 100;

/**
 * Claims a data folder for this process until it ends, however it ends: the claim is a listening socket, which the
 * system takes back by itself, so neither a crash nor a reused process number can leave it behind.
 * @returns how to let go, or undefined when a living process holds the folder
 */
export async function claimFolder(folder: string): Promise<(() => Promise<void>) | undefined> {
  mkdirSync(folder, { recursive: true });
  const path = socketPath(realpathSync(folder));
  let server = await listenOn(path);
  if (server === undefined) {
    if (await answers(path)) return undefined;
    rmSync(path, { force: true });
    server = await listenOn(path);
  }
  if (server === undefined) return undefined;
  const held = server.unref();
  return () => new Promise((closed) => held.close(() => closed()));
}

function socketPath(folder: string): string {
  const inside = join(folder, "running.socket");
  const shortest = [inside, relative(process.cwd(), inside)].sort((a, b) => a.length - b.length)[0] ?? inside;
  if (Buffer.byteLength(shortest) <= LONGEST) return shortest;
  return join(tmpdir(), `habeas-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}.socket`);
}

function listenOn(path: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? done(undefined) : fail(error),
    );
    server.listen(path, () => done(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}
