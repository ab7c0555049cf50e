import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { servingEnvironment } from "@/lib/env";

export type ServingProcess = {
  /** Where it listens, or undefined when it is a worker only. */
  readonly url: string | undefined;
  /** Resolves with a sentence if it ends without being asked to. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
};

/** What the serving process tells its parent once, when it serves or when it cannot. */
export type ServingMessage = { readonly url?: string; readonly failure?: string };

/**
 * Starts the process that serves pages and works jobs, without the owner's credentials, and waits until it does.
 * @param settings environment in addition to this process's own
 * @throws Error with a sentence when it cannot serve
 */
export async function startServingProcess(
  settings: Readonly<Record<string, string | undefined>>,
): Promise<ServingProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", resolve("lib/server/serve.ts")], {
    // A process group of its own: Ctrl-C reaches it through its parent, after which it may finish what it is doing.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: servingEnvironment({ NODE_ENV: "production", ...settings }),
  });
  const ended = new Promise<string>((done) => {
    child.once("error", (error) => done(`The serving process could not be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      done(`The serving process ended unexpectedly (${signal ?? `exit code ${code}`}).`),
    );
  });
  const message = await Promise.race([firstMessage(child), ended]);
  if (typeof message === "string") throw new Error(message);
  if (message.failure !== undefined) {
    await ended;
    throw new Error(message.failure);
  }
  return {
    url: message.url,
    died: ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function firstMessage(child: ChildProcess): Promise<ServingMessage> {
  return new Promise((done) => child.once("message", (message) => done(message as ServingMessage)));
}
