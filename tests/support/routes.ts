import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface BuiltRoute {
  /** as the build names it: "/staff/[controller]/requests/[reference]" */
  readonly path: string;
  readonly kind: "page" | "handler";
}

/** Every page and route handler of the build, its own pages for what is not there and for faults left out. */
export function builtRoutes(): BuiltRoute[] {
  const manifest = resolve(".next", "app-path-routes-manifest.json");
  const entries: Record<string, string> = JSON.parse(readFileSync(manifest, "utf8"));
  return Object.entries(entries)
    .filter(([, path]) => !path.startsWith("/_"))
    .map(([file, path]): BuiltRoute => ({ path, kind: file.endsWith("/page") ? "page" : "handler" }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

/**
 * The address of a route with its parameters filled in.
 * @throws Error for a parameter that has no value: whoever adds a route says what stands there
 */
export function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path}: no value is known for [${name}].`);
    return value;
  });
}
