/** Progress for a person, always on stderr: stdout belongs to what the command prints. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Stops with a sentence instead of a stack trace. Thrown by the set-up, printed by its entry. */
export class SetupError extends Error {}

/**
 * Says what a long step does, then every 15 seconds that it still does, then how long it took.
 * @template T
 * @param {string} what in the form "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${what} …`);
  const timer = setInterval(() => say(`  still ${what.toLowerCase()} (${seconds()} s)`), 15_000);
  try {
    const result = await work();
    say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
