import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { resolve } from "node:path";
import { servingEnvironment } from "@/lib/env";
import { StartError } from "./start-error";

/** A process that has loaded what it needs and waits to be told what to serve. */
export type ServingProcess = {
  /**
   * Lets it serve.
   * @param settings environment in addition to this process's own
   * @returns where it listens, or undefined when it is a worker only
   * @throws StartError when it cannot serve
   */
  serve(settings: Readonly<Record<string, string | undefined>>): Promise<string | undefined>;
  /** Resolves with a sentence when it has ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/** What the serving process tells its parent once: that it serves, and where; or why it cannot. */
export type ServingMessage = { readonly url?: string; readonly failure?: string };

/**
 * Starts the process that serves pages and works jobs, without the owner's credentials. It loads its code at once, so
 * that this takes no time of its own while the database is being prepared.
 * @param logFile where its log goes; to this process's own output when left out
 */
export function launchServingProcess(logFile?: string): ServingProcess {
  const output = logFile === undefined ? "inherit" : openSync(logFile, "a", 0o600);
  const child = spawn(process.execPath, ["--import", "tsx", resolve("lib/server/serve.ts")], {
    // A process group of its own: Ctrl-C reaches it through its parent, after which it may finish what it is doing.
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
    env: servingEnvironment({ NODE_ENV: "production" }),
  });
  const ended = new Promise<string>((done) => {
    child.once("error", (error) => done(`The serving process could not be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      done(`The serving process ended unexpectedly (${signal ?? `exit code ${code}`}).`),
    );
  });
  return {
    serve: async (settings) => {
      const answer = new Promise<ServingMessage>((done) =>
        child.once("message", (message) => done(message as ServingMessage)),
      );
      if (child.connected) child.send(settings);
      const message = await Promise.race([answer, ended]);
      if (typeof message === "string") throw new StartError(message);
      if (message.failure !== undefined) throw new StartError(message.failure);
      return message.url;
    },
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
