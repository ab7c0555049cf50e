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

/**
 * Takes away everything that throw-away databases of a folder left behind, however their last run ended. No living
 * process uses the folder: the caller made sure.
 */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  for (const place of [folder, elsewhere(folder)]) {
    await stopLeftover(join(place, "postgres"));
    rmSync(place, { recursive: true, force: true });
  }
}

/** The place below /tmp that stands in for a folder which PostgreSQL's user may not enter. */
function elsewhere(folder: string): string {
  return `/tmp/habeas-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
}

function passwordFolder({ folder }: Options): string {
  return join(folder, "postgres-passwords");
}

/**
 * Where the data and the binaries are. When Habeas runs as root inside a folder that only root may enter (such as
 * /root), PostgreSQL's own user cannot follow: throw-away databases then live below /tmp, kept ones refuse. Binaries
 * that only root can reach are copied beside the data.
 */
function placeFor(user: SystemUser, { folder, keep }: Options): { binaries: Binaries; data: string } {
  mkdirSync(folder, { recursive: true });
  const binaries = findBinaries();
  const closed = closedFolder(join(folder, "postgres"), user);
  if (closed !== undefined && keep) {
    throw new PostgresError(
      `PostgreSQL does not run as root but as the user postgres, who may not enter ${closed}. Set HABEAS_VAR to a folder that others may enter, such as /var/lib/habeas, run Habeas as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const place = closed === undefined ? folder : elsewhere(folder);
  if (closed !== undefined) claim(place, user);
  const data = join(place, "postgres");
  if (closedFolder(binaries.postgres, user) === undefined) return { binaries, data };
  const copy = join(place, "postgres-installation");
  rmSync(copy, { recursive: true, force: true });
  cpSync(installationOf(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return { binaries: { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") }, data };
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
