import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import type { Ctx } from "@/lib/commands/context";
import {
  authoriseUpload,
  finishUploads,
  receiveUpload,
  type Upload,
} from "@/lib/commands/intake/receive-upload";
import { FILE_BYTES, type FileReason, FORM_BYTES, FORM_FILES } from "@/lib/domain/intake/upload";
import { Refused } from "@/lib/domain/kernel/refusal";

/** A posted form with its files; a field or file that was sent twice counts as it was sent last, files as often. */
export type UploadForm = {
  readonly fields: Readonly<Record<string, string>>;
  /** Files that were chosen, in the order of the form; empty file fields are left out. */
  readonly files: readonly { readonly field: string; readonly upload: Upload }[];
};

/** What has arrived of a form, for whoever gives it back when it is not taken. */
export type ReadSoFar = {
  fields: Readonly<Record<string, unknown>>;
  /** The names of its files, as they came. */
  names: readonly string[];
};

/**
 * Reads a multipart form and runs the work on it. Files are sealed to disk while they arrive, so that memory holds
 * pieces of them only; what the work did not keep is removed, however it ends. The route's path must end in
 * "/upload", since only there the front lets a body pass unheld (lib/server/body-limit.ts).
 * @param read is told what has arrived, also where the rest is refused; the fields before a refused file, not those after
 * @throws Refused not_signed_in, too_many, file_refused, bad_input; and what `work` throws
 */
export async function withUploads<T>(
  ctx: Ctx,
  request: Request,
  work: (form: UploadForm) => Promise<T>,
  read: ReadSoFar = { fields: {}, names: [] },
): Promise<T> {
  await authoriseUpload(ctx);
  const uploads: UploadForm["files"][number][] = [];
  try {
    const fields = await readParts(ctx, request, uploads, read);
    return await work({ fields, files: uploads });
  } finally {
    await finishUploads(uploads.map(({ upload }) => upload));
  }
}

const LIMITS = {
  fileSize: FILE_BYTES + 1,
  files: FORM_FILES,
  fields: 60,
  parts: 60 + FORM_FILES,
  // As much as the front lets any other form of the staff have (lib/server/body-limit.ts).
  fieldSize: 256 * 1024,
  fieldNameSize: 100,
  headerPairs: 20,
  headerSize: 8 * 1024,
};

function refused(reason: FileReason): Refused {
  return new Refused({ code: "file_refused", reason, file: "" });
}

function readParts(
  ctx: Ctx,
  request: Request,
  uploads: UploadForm["files"][number][],
  read: ReadSoFar,
): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) {
    throw new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] });
  }
  const fields: Record<string, string> = Object.create(null);
  read.fields = fields;
  return new Promise((resolve, reject) => {
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({ headers: { "content-type": type } as BusboyHeaders, limits: LIMITS });
    } catch {
      reject(new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] }));
      return;
    }
    const body = Readable.fromWeb(request.body as WebStream<Uint8Array>);
    const receiving: Promise<void>[] = [];
    const streams: Readable[] = [];
    let total = 0;
    let over = false;
    async function* content(stream: Readable): AsyncGenerator<Uint8Array> {
      try {
        for await (const part of stream as AsyncIterable<Uint8Array>) {
          total += part.length;
          if (total > FORM_BYTES) throw refused("form_too_large");
          yield part;
        }
      } catch (error) {
        throw error instanceof Refused ? error : refused("cut_off");
      }
    }
    const stop = (reason: unknown): void => {
      if (over) return;
      over = true;
      body.unpipe(parser);
      body.destroy();
      for (const stream of streams) stream.destroy();
      // Only when every file that had begun was let go of: what was written must be in the list or removed.
      Promise.allSettled(receiving).then(() => reject(reason));
      parser.destroy();
    };
    parser.on("file", (field, stream, name) => {
      if (over || !name) {
        stream.resume();
        return;
      }
      streams.push(stream);
      read.names = [...read.names, name];
      const one = receiveUpload(ctx, { name, content: content(stream) }).then((upload) => {
        uploads.push({ field, upload });
      });
      receiving.push(one);
      one.catch((error: unknown) => {
        stream.resume();
        stop(error);
      });
    });
    parser.on("field", (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut)
        stop(new Refused({ code: "bad_input", issues: [{ field: name, message: "tooLong" }] }));
      else fields[name] = value;
    });
    parser.on("filesLimit", () => stop(refused("too_many")));
    for (const event of ["partsLimit", "fieldsLimit"] as const) {
      parser.on(event, () =>
        stop(new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] })),
      );
    }
    parser.on("error", () => stop(refused("cut_off")));
    body.on("error", () => stop(refused("cut_off")));
    parser.on("finish", () => {
      if (over) return;
      Promise.all(receiving).then(() => {
        over = true;
        resolve(fields);
      }, stop);
    });
    body.pipe(parser);
  });
}
