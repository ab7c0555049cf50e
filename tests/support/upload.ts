/** Files as tests send them: straight to the store, or as a browser's multipart form. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ctx } from "@/lib/commands/context";
import { receiveUpload, type Upload } from "@/lib/commands/intake/receive-upload";
import { setEnv } from "@/lib/env";

export const PDF_BYTES = Buffer.from("%PDF-1.7\n% an invented document\n");

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 30_000) yield content.subarray(at, at + 30_000);
}

/** A file as a form would bring it. */
export function anUpload(ctx: Ctx, { name = "proof.pdf", content = PDF_BYTES } = {}): Promise<Upload> {
  return receiveUpload(ctx, { name, content: once(content) });
}

/** For the top of a test file: a folder for files of its own, removed at the end. */
export function useFiles(): { readonly folder: string; paths(): string[]; bytes(): Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "habeas-files-"));
  beforeAll(() => setEnv({ HABEAS_VAR: folder }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const paths = () => filesBelow(folder);
  return { folder, paths, bytes: () => Buffer.concat(paths().map((path) => readFileSync(path))) };
}

/** Every file below <folder>/files. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

export type FormPart =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly file: string;
      readonly content: Buffer;
      readonly type?: string;
    };

export const BOUNDARY = "----habeas-test-boundary";
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A multipart body as a browser writes it; the names as they are. */
export function multipart(parts: readonly FormPart[]): Buffer {
  const lines = parts.flatMap((part) => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"`;
    if ("value" in part) return [Buffer.from(`${head}\r\n\r\n${part.value}\r\n`)];
    const type = part.type ?? "application/octet-stream";
    return [
      Buffer.from(`${head}; filename="${part.file}"\r\nContent-Type: ${type}\r\n\r\n`),
      part.content,
      Buffer.from("\r\n"),
    ];
  });
  return Buffer.concat([...lines, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
