import { isAbsolute, join, resolve } from "node:path";

/** The settings of this process, read once from its environment. Only this file reads process.env. */
export type Env = {
  /** Connection of the app role. Reading it when it is not set throws: nothing serves without a database. */
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL: string | undefined;
  readonly DATABASE_AUDITOR_URL: string | undefined;
  /** Connections of one process to the database. */
  readonly DATABASE_POOL: number;
  readonly SMTP_URL: string | undefined;
  /** Sender address of every mail. */
  readonly MAIL_FROM: string | undefined;
  /** Public origin, without a slash at the end; what links in mails begin with. */
  readonly BASE_URL: string;
  readonly PORT: number;
  readonly HOST: string;
  readonly PROCESS: "all" | "web" | "worker";
  /** The least urgent entries that the log of the serving process still writes. */
  readonly LOG_LEVEL: "fatal" | "error" | "warn" | "info" | "debug";
  /** Absolute path of the folder for data. */
  readonly HABEAS_VAR: string;
  /** Absolute path of the folder with the key files. */
  readonly KEY_DIR: string;
  /** Addresses or networks whose X-Forwarded-For is believed. */
  readonly TRUSTED_PROXIES: readonly string[];
  /** True in `npm run demo` only: pages are marked, and the mailbox page exists. */
  readonly HABEAS_DEMO: boolean;
  /** Every LIMITS_<NAME> as a number, by NAME. */
  readonly LIMITS: Readonly<Record<string, number>>;
};

/** One thing that is wrong with the configuration. Never holds the value itself. */
export type Problem = { readonly name: string; readonly wrong: string; readonly example: string };

/** Thrown with everything that is wrong at once; the message is the table for a person. */
export class ConfigurationError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problemTable(problems));
    this.problems = problems;
  }
}

type Source = Readonly<Record<string, string | undefined>>;
type Check = (value: string) => string | undefined;

const PLACEHOLDER =
  /change.?me|placeholder|your[-_ ]|^(secret|password|passwort|example|todo|xxx+|test|admin|default|12345\d*)$|^<.*>$/i;
const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
const SEE_README = "is a placeholder; set a value of your own";

const whole =
  (low: number, high: number): Check =>
  (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= low && Number(value) <= high
      ? undefined
      : `must be a whole number from ${low} to ${high}`;

const oneOf =
  (...choices: string[]): Check =>
  (value) =>
    choices.includes(value) ? undefined : `must be one of ${choices.join(", ")}`;

function parsedUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

const serverUrl =
  (kind: string, ...protocols: string[]): Check =>
  (value) => {
    const url = parsedUrl(value);
    if (!url || !protocols.includes(url.protocol) || url.hostname === "") {
      return `must be the address of ${kind}, beginning with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`;
    }
    if (PLACEHOLDER.test(decodeURIComponent(url.password))) return `holds a password that ${SEE_README}`;
    return /(^|\.)example\.(com|net|org)$/i.test(url.hostname) ? SEE_README : undefined;
  };

const database: Check = (value) => {
  const wrong = serverUrl("a PostgreSQL database", "postgresql:", "postgres:")(value);
  return (
    wrong ?? (new URL(value).pathname.length > 1 ? undefined : "must name the database after the last slash")
  );
};

const origin: Check = (value) => {
  const url = parsedUrl(value);
  if (!url || !["http:", "https:"].includes(url.protocol))
    return "must be an address beginning with https://";
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "") {
    return "must be an origin only: no path, no question mark, no user name";
  }
  if (/(^|\.)example\.(com|net|org)$/i.test(url.hostname)) return SEE_README;
  if (url.protocol === "http:" && !LOCAL_HOSTS.has(url.hostname)) {
    return "must begin with https:// unless it is this machine itself";
  }
  return undefined;
};

const mailAddress: Check = (value) => {
  if (!/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(value) || value.length > 254)
    return "must be one plain email address";
  return /@(.*\.)?example\.(com|net|org)$/i.test(value) ? SEE_README : undefined;
};

const proxies: Check = (value) =>
  value
    .split(",")
    .every((entry) => /^[0-9a-f.:]+(\/\d{1,3})?$|^(loopback|linklocal|uniquelocal)$/i.test(entry.trim()))
    ? undefined
    : "must be addresses or networks, separated by commas";

const filled: Check = (value) => (PLACEHOLDER.test(value) ? SEE_README : undefined);

/** Every setting: how it is checked, and an example that is itself refused where it would be a secret. */
const SETTINGS: Readonly<Record<string, { check: Check; example: string }>> = {
  DATABASE_URL: { check: database, example: "postgresql://habeas_app:…@db.internal:5432/habeas" },
  DATABASE_OWNER_URL: { check: database, example: "postgresql://habeas_owner:…@db.internal:5432/habeas" },
  DATABASE_AUDITOR_URL: { check: database, example: "postgresql://habeas_auditor:…@db.internal:5432/habeas" },
  DATABASE_POOL: { check: whole(2, 500), example: "10" },
  SMTP_URL: {
    check: serverUrl("a mail server", "smtp:", "smtps:"),
    example: "smtps://habeas:…@mail.internal:465",
  },
  MAIL_FROM: { check: mailAddress, example: "privacy@your-organisation.se" },
  BASE_URL: { check: origin, example: "https://privacy.your-organisation.se" },
  PORT: { check: whole(0, 65_535), example: "3000" },
  HOST: { check: filled, example: "127.0.0.1" },
  PROCESS: { check: oneOf("all", "web", "worker"), example: "all" },
  LOG_LEVEL: { check: oneOf("fatal", "error", "warn", "info", "debug"), example: "info" },
  HABEAS_VAR: { check: filled, example: "/var/lib/habeas" },
  KEY_DIR: { check: filled, example: "/etc/habeas/keys" },
  TRUSTED_PROXIES: { check: proxies, example: "127.0.0.1, 10.0.0.0/8" },
  HABEAS_DEMO: { check: oneOf("0", "1"), example: "0" },
};
const LIMIT_NAME = /^LIMITS_([A-Z][A-Z0-9_]*)$/;

/** Set and not empty: an empty variable counts as not set. */
function given(source: Source, name: string): string | undefined {
  const value = source[name]?.trim();
  return value === "" ? undefined : value;
}

/**
 * Everything wrong with the configuration, in the order of the settings.
 * @param required names that the caller cannot do without
 */
export function problemsOf(source: Source, required: readonly string[] = []): Problem[] {
  const wrong = Object.entries(SETTINGS).flatMap(([name, { check, example }]): Problem[] => {
    const value = given(source, name);
    const problem = value === undefined ? (required.includes(name) ? "is not set" : undefined) : check(value);
    return problem === undefined ? [] : [{ name, wrong: problem, example }];
  });
  const limits = Object.keys(source).filter(
    (name) => LIMIT_NAME.test(name) && given(source, name) !== undefined,
  );
  const badLimits = limits.flatMap((name): Problem[] => {
    const problem = whole(0, 100_000_000)(given(source, name) ?? "");
    return problem === undefined ? [] : [{ name, wrong: problem, example: "20" }];
  });
  return [...wrong, ...badLimits];
}

/** The table for a person: name, what is wrong, an example. */
export function problemTable(problems: readonly Problem[]): string {
  const rows = [{ name: "Setting", wrong: "What is wrong", example: "Example" }, ...problems];
  const width = (key: "name" | "wrong") => Math.max(...rows.map((row) => row[key].length));
  const [names, wrongs] = [width("name"), width("wrong")];
  return rows
    .map((row) => `${row.name.padEnd(names)}  ${row.wrong.padEnd(wrongs)}  ${row.example}`.trimEnd())
    .join("\n");
}

/** Reads settings from any source; exported for its tests. @throws ConfigurationError naming all that is wrong */
export function parseEnv(source: Source): Env {
  const problems = problemsOf(source);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const text = (name: string) => given(source, name);
  const folder = (value: string) => (isAbsolute(value) ? value : resolve(value));
  const port = Number(text("PORT") ?? 3000);
  const dataFolder = folder(text("HABEAS_VAR") ?? "var");
  return {
    get DATABASE_URL() {
      const url = text("DATABASE_URL");
      if (url === undefined) throw new ConfigurationError(problemsOf(source, ["DATABASE_URL"]));
      return url;
    },
    DATABASE_OWNER_URL: text("DATABASE_OWNER_URL"),
    DATABASE_AUDITOR_URL: text("DATABASE_AUDITOR_URL"),
    DATABASE_POOL: Number(text("DATABASE_POOL") ?? 10),
    SMTP_URL: text("SMTP_URL"),
    MAIL_FROM: text("MAIL_FROM"),
    BASE_URL: new URL(text("BASE_URL") ?? `http://localhost:${port}`).origin,
    PORT: port,
    HOST: text("HOST") ?? "127.0.0.1",
    PROCESS: (text("PROCESS") ?? "all") as Env["PROCESS"],
    LOG_LEVEL: (text("LOG_LEVEL") ?? "info") as Env["LOG_LEVEL"],
    HABEAS_VAR: dataFolder,
    KEY_DIR: folder(text("KEY_DIR") ?? join(dataFolder, "keys")),
    TRUSTED_PROXIES: (text("TRUSTED_PROXIES") ?? "")
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
    HABEAS_DEMO: text("HABEAS_DEMO") === "1",
    LIMITS: Object.fromEntries(
      Object.keys(source).flatMap((name) => {
        const [, limitName] = LIMIT_NAME.exec(name) ?? [];
        const value = given(source, name);
        return limitName === undefined || value === undefined ? [] : [[limitName, Number(value)]];
      }),
    ),
  };
}

let read: Env | undefined;

/** The settings of this process. @throws ConfigurationError naming all that is wrong */
export function readEnv(): Env {
  read ??= parseEnv(process.env);
  return read;
}

/** What is wrong with this process's settings for a purpose that needs `required`. */
export function ownProblems(required: readonly string[]): Problem[] {
  return problemsOf(process.env, required);
}

/** True when a setting is set. For what may be absent on purpose, such as DATABASE_URL. */
export function isSet(name: string): boolean {
  return given(process.env, name) !== undefined;
}

/** A limit set as LIMITS_<name>, or what holds without it. */
export function limit(name: string, otherwise: number): number {
  return readEnv().LIMITS[name] ?? otherwise;
}

/**
 * The environment for a process that serves: this one's, without the credentials it must never hold.
 * @param settings what is set in addition or anew; undefined takes a setting away
 */
export function servingEnvironment(settings: Source): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_OWNER_URL: undefined,
    DATABASE_AUDITOR_URL: undefined,
    NEXT_TELEMETRY_DISABLED: "1",
    ...settings,
  };
}

/** Sets settings for this process and what it starts, and reads anew: for the demo and for tests. */
export function setEnv(settings: Source): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  read = undefined;
}
