import { createServer } from "node:net";

/**
 * Whether a port can be had, asked before anything long is begun.
 * @returns a sentence that says what to do when it cannot, else undefined
 */
export async function portProblem(host: string, port: number): Promise<string | undefined> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    const server = createServer();
    server.once("error", done);
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
  return error && portSentence(error, host, port);
}

/** What an error of `listen` means for the person who chose host and port. */
export function portSentence(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is already in use. Stop what uses it, or set PORT to another one.`;
  }
  if (error.code === "EACCES")
    return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  if (error.code === "EADDRNOTAVAIL") return "HOST is set to an address that this machine does not have.";
  return error.stack ?? error.message;
}
