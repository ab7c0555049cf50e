import { createHash } from "node:crypto";
import { cpSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Binaries, findBinaries, installationOf } from "./postgres/binaries";
import { holdsCluster, makeCluster } from "./postgres/cluster-folder";
import { stopLeftover } from "./postgres/leftover";
import { makePasswords, type Passwords, readPasswords } from "./postgres/passwords";
import { PostgresError } from "./postgres/postgres-error";
import { startServer } from "./postgres/server-process";
import { closedFolder, giveTo, postgresUser, type SystemUser } from "./postgres/system-user";

export type EmbeddedPostgres = {
  readonly port: number;
  /** True when the data folder was made by this start. */
  readonly isNew: boolean;
  readonly passwords: Passwords;
  /** Connection string of a login, for a database of this server. */
  url(login: keyof Passwords, database: string): string;
  /** Stops it and waits until everything is on disk. */
  stop(): Promise<void>;
};

type Options = {
  /** Holds `postgres`, its log and `postgres-passwords`. No other living process uses it: the caller made sure. */
  readonly folder: string;
  /** False for databases that are thrown away: what is there is removed first, and nothing waits for the disk. */
  readonly keep: boolean;
  readonly durable: boolean;
};

/**
 * Starts the PostgreSQL that comes with the packages, on a free port of 127.0.0.1 with generated passwords. A server
 * left over from a run that was killed is stopped cleanly first.
 * @throws PostgresError with a sentence for the person at the terminal
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  const { binaries, data } = placeFor(user, options);
  await stopLeftover(data);
  if (!options.keep) {
    rmSync(data, { recursive: true, force: true });
    rmSync(passwordFolder(options), { recursive: true, force: true });
  }
  const isNew = !holdsCluster(data, user);
  const passwords = isNew ? makePasswords(passwordFolder(options)) : readPasswords(passwordFolder(options));
  const server = { user, password: passwords.postgres, durable: options.durable };
  if (isNew) await makeCluster(binaries, data, server);
  const running = await startServer(binaries, data, server);
  return {
    port: running.port,
    isNew,
    passwords,
    url: (login, database) =>
      `postgresql://${login}:${passwords[login]}@127.0.0.1:${running.port}/${database}`,
    stop: running.stop,
  };
}

function passwordFolder({ folder }: Options): string {
  return join(folder, "postgres-passwords");
}

/**
 * Where the data and the binaries are. When Habeas runs as root inside a folder that only root may enter (such as
 * /root), PostgreSQL's own user cannot follow: throw-away databases then live below /tmp, kept ones refuse.
 */
function placeFor(user: SystemUser, { folder, keep }: Options): { binaries: Binaries; data: string } {
  mkdirSync(folder, { recursive: true });
  const binaries = findBinaries();
  const data = join(folder, "postgres");
  const closed = closedFolder(data, user) ?? closedFolder(binaries.postgres, user);
  if (closed === undefined) return { binaries, data };
  if (keep) {
    throw new PostgresError(
      `PostgreSQL does not run as root but as the user postgres, who may not enter ${closed}. Move Habeas to a folder that others may enter, such as /opt/habeas, run it as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  const elsewhere = `/tmp/habeas-${name}`;
  const copy = join(elsewhere, "installation");
  const original = installationOf(binaries);
  claim(elsewhere, user);
  rmSync(copy, { recursive: true, force: true });
  cpSync(original, copy, { recursive: true, verbatimSymlinks: true });
  return {
    binaries: { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") },
    data: join(elsewhere, "postgres"),
  };
}

/** Makes a folder in a place where everybody may make folders; refuses one that somebody else put there. */
function claim(folder: string, user: SystemUser): void {
  try {
    mkdirSync(folder, { mode: 0o711 });
    giveTo(user, folder);
  } catch {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (!found?.isDirectory() || found.uid !== user?.uid) {
      throw new PostgresError(`${folder} is in the way: it was not made by Habeas. Remove it.`);
    }
  }
}
