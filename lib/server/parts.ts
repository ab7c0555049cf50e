import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Starts a part of the process by file and function name. */
export async function startPart(file: string, name: string): Promise<{ stop(): Promise<void> } | undefined> {
  if (!existsSync(resolve(file))) return undefined;
  return (await import(pathToFileURL(resolve(file)).href))[name]();
}
