/** Codes of the database client: not reachable, timed out, connection closed, no free connection, transaction lost, deadlock. */
const CLIENT_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034"]);

/** A raw query's failure, and one that the client has no code for, name the cause in their text only. */
const NAMED_IN_TEXT = new Set(["P2010", "P2039"]);
const SQL_STATE = /\b(08\d{3}|53\d{3}|55P03|57\w{3}|42501|40P01|40001)\b/;
const LOST =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|Can't reach database|closed the connection/i;

/**
 * Whether an error says that the database cannot take or give anything just now: connection lost, pool exhausted, lock
 * or statement timeout, right withdrawn. Nothing was changed, and it is worth trying again.
 */
export function isOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || !thrown.name.startsWith("PrismaClient")) return false;
  const { name, code, message, meta } = thrown as Error & { code?: unknown; meta?: unknown };
  if (name === "PrismaClientInitializationError") return true;
  if (name !== "PrismaClientKnownRequestError") return false;
  if (CLIENT_CODES.has(String(code))) return true;
  const said = `${JSON.stringify(meta ?? {})} ${message}`;
  return NAMED_IN_TEXT.has(String(code)) && (SQL_STATE.test(said) || LOST.test(said));
}
