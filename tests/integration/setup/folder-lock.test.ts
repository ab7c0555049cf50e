import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { claimFolder } from "@/lib/server/folder-lock";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "habeas-lock-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function claimElsewhere(): Promise<ChildProcess> {
  const program = `require("@/lib/server/folder-lock").claimFolder(process.argv[1]).then((claim) => console.log(claim ? "held" : "taken"));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (child.stdout) expect(await once(createInterface({ input: child.stdout }), "line")).toEqual(["held"]);
  return child;
}

test("a folder is held by one living process, and free again after kill -9", async () => {
  const holder = await claimElsewhere();
  expect(await claimFolder(folder)).toBeUndefined();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const release = await claimFolder(folder);
  expect(release).toBeDefined();
  expect(await claimFolder(folder)).toBeUndefined();
  await release?.();
  const again = await claimFolder(folder);
  expect(again).toBeDefined();
  await again?.();
});

test("a path too long for a socket works all the same", async () => {
  const deep = join(folder, "a".repeat(60), "b".repeat(60));
  mkdirSync(deep, { recursive: true });
  const release = await claimFolder(deep);
  expect(release).toBeDefined();
  expect(await claimFolder(deep)).toBeUndefined();
  await release?.();
});
