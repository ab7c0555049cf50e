/** What was seen of the database, the queue and the mail. */
export type ReadinessFacts =
  | { readonly database: false }
  | {
      readonly database: true;
      /** Names of migrations that this program has and the database lacks, or the other way round. */
      readonly migrationsDiffer: readonly string[];
      /** Seconds since the oldest notice that should have been sent by now fell due; 0 for none. */
      readonly oldestNoticeSeconds: number;
      /** Notices that were refused at least once and are still tried. */
      readonly mailRefusals: number;
    };

export type Readiness = {
  readonly ready: boolean;
  readonly checks: Readonly<Record<"database" | "migrations" | "queue" | "mail", string>>;
};

const QUEUE_LATE_SECONDS = 600;

/**
 * Ready: people can file and be served. Late or refused mail is said, and does not take the portal out of
 * service: filings are kept and the mail follows.
 */
export function readiness(facts: ReadinessFacts): Readiness {
  if (!facts.database) {
    const unknown = "unknown: the database does not answer";
    const checks = { database: "does not answer", migrations: unknown, queue: unknown, mail: unknown };
    return { ready: false, checks };
  }
  const differ = facts.migrationsDiffer;
  const late = facts.oldestNoticeSeconds > QUEUE_LATE_SECONDS;
  return {
    ready: differ.length === 0,
    checks: {
      database: "ok",
      migrations: differ.length === 0 ? "ok" : `differ: ${differ.join(", ")}`,
      queue: late ? `late: oldest notice waits ${facts.oldestNoticeSeconds} s; is a worker running?` : "ok",
      mail: facts.mailRefusals > 0 ? `${facts.mailRefusals} notices were refused and are tried again` : "ok",
    },
  };
}
