/** Ends the PostgreSQL of this run; it takes its folder away itself. */
export default async function globalTeardown() {
  const child = globalThis.testPostgres;
  if (child === undefined) return;
  globalThis.testPostgres = undefined;
  const ended = new Promise((done) => child.once("exit", done));
  child.stdin.end();
  await ended;
}
