import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

export type MailCatcher = {
  readonly port: number;
  close(): Promise<void>;
};

const LARGEST = 10 * 1024 * 1024;

/**
 * Starts a mail server on this machine that delivers nothing: every mail becomes a file whose name sorts by arrival.
 * For the demonstration and for tests.
 * @param port 0 takes any free port
 * @param folder made when it is missing
 */
export async function startMailCatcher({
  port,
  folder,
}: {
  port: number;
  folder: string;
}): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let caught = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    authOptional: true,
    size: LARGEST,
    closeTimeout: 1_000,
    logger: false,
    onData: (stream, _session, done) => {
      caught += 1;
      const order = `${Date.now()}-${String(caught).padStart(6, "0")}`;
      keep(stream, folder, `${order}-${randomBytes(4).toString("hex")}.eml`).then(() => done(), done);
    },
  });
  // A client that hangs up half way is no news.
  server.on("error", () => undefined);
  await listening(server, port);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function keep(stream: SMTPServerDataStream, folder: string, name: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const unfinished = join(folder, `.${name}`);
  await writeFile(unfinished, Buffer.concat(parts), { mode: 0o600 });
  await rename(unfinished, join(folder, name));
}

function listening(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.server.off("error", reject);
      resolve();
    });
  });
}
