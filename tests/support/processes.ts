import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** A command started as a person would, in a process group of its own like a terminal's foreground job. */
export type Command = {
  readonly child: ChildProcess;
  /** The process that was started; also the number of its group. */
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with exit code or signal when it has ended. */
  readonly ended: Promise<number | string | null>;
};

/** Runs `npm <args>` in this checkout with settings in addition to a clean environment. */
export function npm(args: readonly string[], settings: Readonly<Record<string, string>>): Command {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = {
    PATH,
    HOME,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    NODE_ENV: "production",
    ...settings,
  } as const;
  const child = spawn("npm", args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  const ended = new Promise<number | string | null>((done) => {
    child.once("close", (code, signal) => done(code ?? signal));
  });
  return { child, pid: child.pid ?? 0, output: () => printed, ended };
}

type Row = { readonly pid: number; readonly parent: number; readonly command: string };

/** Every living process, zombies left out. */
function table(): Row[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,command="], {
    encoding: "utf8",
    maxBuffer: 1 << 24,
  });
  return text.split("\n").flatMap((line) => {
    const [, pid, parent, state, command = ""] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || state?.startsWith("Z")
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** A process and everything it started, directly or not, without the parts of PostgreSQL that are its own children. */
export function familyOf(pid: number): Row[] {
  const rows = table();
  const family = rows.filter((row) => row.pid === pid);
  for (const member of family) family.push(...rows.filter((row) => row.parent === member.pid));
  return family;
}

/** Those of the processes that still live, as "number command". */
export function stillAlive(family: readonly Row[]): string[] {
  const alive = new Map(table().map((row) => [row.pid, row.command]));
  return family
    .filter(({ pid, command }) => alive.get(pid) === command)
    .map(({ pid, command }) => `${pid} ${command}`);
}

/** Waits until none of the processes lives. @returns who is left after `milliseconds` */
export async function untilGone(family: readonly Row[], milliseconds: number): Promise<string[]> {
  for (const began = Date.now(); Date.now() - began < milliseconds; await wait(100)) {
    if (stillAlive(family).length === 0) return [];
  }
  return stillAlive(family);
}
