import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** One import as it stands in a file; `to` is a path from the root for our own files, else the package. */
export type Import = { readonly from: string; readonly to: string; readonly own: boolean };

type Rule = {
  /** Layers of ours that may be imported; a file is in the first layer whose path begins it. */
  readonly layers: readonly string[];
  /** Packages that may be imported; "node:" stands for every module of Node. */
  readonly packages: readonly string[] | "any";
};

/** Who may import whom (docs/architecture.md). What is not named is forbidden. Longest path first. */
export const LAYERS: Readonly<Record<string, Rule>> = {
  "lib/domain": { layers: ["lib/domain"], packages: ["temporal-polyfill"] },
  "lib/schemas": { layers: ["lib/schemas", "lib/domain"], packages: ["zod"] },
  "lib/db": {
    layers: ["lib/db", "lib/domain", "lib/env", "lib/adapters"],
    packages: ["node:", "@prisma/adapter-pg", "@prisma/client", "pg", "pg-boss", "rate-limiter-flexible"],
  },
  "lib/commands": {
    layers: ["lib/commands", "lib/db", "lib/domain", "lib/schemas", "emails", "lib/i18n", "prisma/data"],
    packages: ["node:", "zod", "otplib", "csv-stringify"],
  },
  "lib/queries": {
    layers: ["lib/queries", "lib/commands", "lib/db", "lib/domain", "lib/schemas"],
    packages: ["node:", "zod"],
  },
  "lib/session": {
    layers: ["lib/session", "lib/commands", "lib/queries", "lib/db", "lib/domain", "lib/env"],
    packages: ["node:", "next", "next-auth", "next-intl", "react"],
  },
  "lib/adapters": { layers: ["lib/adapters", "lib/domain", "lib/env"], packages: "any" },
  "lib/jobs": {
    layers: ["lib/jobs", "lib/commands", "lib/queries", "lib/db", "lib/adapters", "lib/domain", "emails"],
    packages: ["node:", "pg-boss"],
  },
  "lib/server": { layers: ["lib"], packages: "any" },
  "lib/cli": { layers: ["lib", "tests/bench"], packages: "any" },
  "lib/i18n": { layers: ["lib/i18n", "lib/domain"], packages: ["next-intl", "use-intl", "next"] },
  "lib/env": { layers: [], packages: ["node:"] },
  emails: { layers: ["emails", "lib/domain", "lib/i18n"], packages: ["react", "@react-email/render"] },
  "app/_ui": {
    layers: ["app/_ui", "lib/i18n", "lib/domain"],
    packages: ["react", "next", "next-intl", "pdfkit", "node:path"],
  },
  "app/(public)": {
    layers: [
      "app/(public)",
      "app/_ui",
      "lib/commands",
      "lib/queries",
      "lib/schemas",
      "lib/domain",
      "lib/session",
      "lib/i18n",
    ],
    packages: ["react", "next", "next-intl"],
  },
  "app/(staff)": {
    layers: [
      "app/(staff)",
      "app/_ui",
      "lib/commands",
      "lib/queries",
      "lib/schemas",
      "lib/domain",
      "lib/session",
      "lib/i18n",
    ],
    packages: ["react", "next", "next-intl", "next-auth", "react-hook-form", "qrcode"],
  },
  app: {
    layers: [
      "app",
      "lib/commands",
      "lib/queries",
      "lib/schemas",
      "lib/domain",
      "lib/session",
      "lib/i18n",
      "lib/env",
    ],
    packages: ["node:", "react", "next", "next-auth", "next-intl", "postal-mime", "@fastify/busboy"],
  },
};

/** The layer of a path, or null for a file outside the table (tests, configuration). */
export function layerOf(path: string): string | null {
  return Object.keys(LAYERS).find((layer) => path.startsWith(`${layer}/`) || path === `${layer}.ts`) ?? null;
}

/** Every source file of the house, from the root. */
export function sourceFiles(root: string): string[] {
  return ["app", "lib", "emails"].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !path.startsWith("lib/db/generated/")),
  );
}

/** The imports of one file, static, dynamic and re-exported. */
export function importsOf(path: string, source: string): Import[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName: name }) => {
    if (name.startsWith("@/")) return { from: path, to: name.slice(2), own: true };
    if (name.startsWith(".")) return { from: path, to: join(path, "..", name), own: true };
    return { from: path, to: name, own: false };
  });
}

/** Whether the table allows an import. */
export function isAllowed({ from, to, own }: Import): boolean {
  const rule = LAYERS[layerOf(from) ?? ""];
  if (!rule) return false;
  if (own) return rule.layers.some((layer) => to.startsWith(`${layer}/`) || to === layer);
  if (rule.packages === "any") return true;
  return rule.packages.some((name) =>
    name === "node:" ? to.startsWith(name) : to === name || to.startsWith(`${name}/`),
  );
}

export function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}
