/** Everything is gone this long after a signal, whatever hangs. */
const USUAL_DEADLINE_MS = 9_500;

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type Part = { readonly what: string; readonly end: () => Promise<void> };

/**
 * Starts the parts of a process and ends them in the opposite order: on Ctrl-C, SIGTERM, SIGHUP, and when the process
 * that started this one is gone, however that one ended. npm passes on signals that the terminal has sent as well,
 * so a second one says nothing new. Make one at the very beginning.
 */
export class Stopping {
  readonly #parts: Part[] = [];
  readonly #deadline: number;
  #isStopping = false;

  /** @param deadline how many milliseconds after the signal the process ends, whatever hangs */
  constructor(deadline = USUAL_DEADLINE_MS) {
    this.#deadline = deadline;
    for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => void this.stop(code));
    process.on("disconnect", () => void this.stop(SIGNALS.SIGTERM));
    process.channel?.unref();
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /**
   * Starts a part and remembers how to end it. A part whose start is under way when a signal comes is ended as soon as
   * it has started; after a signal nothing starts any more.
   */
  async start<T>(
    what: string,
    begin: () => Promise<T>,
    end: (part: T) => Promise<unknown> | unknown,
  ): Promise<T> {
    if (this.#isStopping) return new Promise<never>(() => undefined);
    const started = begin();
    this.#parts.unshift({
      what,
      end: async () => {
        const part = await started.catch(() => undefined);
        if (part !== undefined) await end(part);
      },
    });
    return started;
  }

  /** Ends every part, then the process. The first call decides the exit code. */
  async stop(exitCode: number): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    setTimeout(() => process.exit(exitCode || 1), this.#deadline);
    let code = exitCode;
    for (const { what, end } of this.#parts) {
      try {
        await end();
      } catch (error) {
        code ||= 1;
        process.stderr.write(`${what} did not stop cleanly: ${(error as Error).message}\n`);
      }
    }
    process.exit(code);
  }
}
