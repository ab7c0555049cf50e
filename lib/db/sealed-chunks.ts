import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { DataKeyHandle } from "./seal";

/**
 * The content of a file, sealed in pieces so that it can be written and read without being held whole: AES-256-GCM
 * over 64 KiB each, nonce = 7 random bytes of the file || 4 bytes counter || 1 byte "this is the last". A piece that
 * is missing, doubled, moved, cut, taken from another file or changed in one bit does not open (the STREAM
 * construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015).
 */
const MAGIC = Buffer.from("HBF1");
const PREFIX = 7;
const CHUNK = 64 * 1024;
const TAG = 16;
const HEADER = MAGIC.length + PREFIX;
const MOST_CHUNKS = 0xffff_ffff;

/** What a stored file is read from. */
export type SealedSource = {
  readonly size: number;
  /** Bytes from a position; fewer only at the end. */
  read(position: number, length: number): Promise<Buffer>;
};

/** A sealed file was cut, reordered, changed, or belongs to another id or key. */
export class DamagedFile extends Error {}

/** The key of the content: from the data key, for this file and nothing else. */
function contentKey(handle: DataKeyHandle, fileId: string): KeyObject {
  return createSecretKey(
    Buffer.from(hkdfSync("sha256", handle.key, Buffer.alloc(0), `file|v1|${fileId}`, 32)),
  );
}

function bound(handle: DataKeyHandle, fileId: string): Buffer {
  return Buffer.from(JSON.stringify(["file-v1", handle.id, fileId]));
}

function nonceOf(prefix: Buffer, counter: number, last: boolean): Buffer {
  if (counter > MOST_CHUNKS) throw new Error("a file cannot be that long");
  const nonce = Buffer.alloc(PREFIX + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(counter, PREFIX);
  nonce[PREFIX + 4] = last ? 1 : 0;
  return nonce;
}

/** Seals content as it comes; holds at most one piece of it. */
export async function* sealChunks(
  handle: DataKeyHandle,
  fileId: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const key = contentKey(handle, fileId);
  const prefix = randomBytes(PREFIX);
  const aad = bound(handle, fileId);
  const one = (clear: Uint8Array, counter: number, last: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(prefix, counter, last), { authTagLength: TAG });
    cipher.setAAD(aad);
    return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  };
  yield Buffer.concat([MAGIC, prefix]);
  const held = Buffer.alloc(CHUNK);
  let filled = 0;
  let counter = 0;
  for await (const part of content) {
    let taken = 0;
    while (taken < part.length) {
      // A full piece is sealed only when more follows, since the last one is sealed as the last.
      if (filled === CHUNK) {
        yield one(held, counter++, false);
        filled = 0;
      }
      const more = Math.min(CHUNK - filled, part.length - taken);
      held.set(part.subarray(taken, taken + more), filled);
      filled += more;
      taken += more;
    }
  }
  yield one(held.subarray(0, filled), counter, true);
  held.fill(0);
}

/**
 * Opens what `sealChunks` made, piece by piece; a piece is given out only after it proved genuine.
 * @throws DamagedFile
 */
export async function* openChunks(
  handle: DataKeyHandle,
  fileId: string,
  source: SealedSource,
): AsyncGenerator<Buffer> {
  const header = await source.read(0, HEADER);
  if (header.length !== HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new DamagedFile(`file ${fileId} has no header`);
  }
  const key = contentKey(handle, fileId);
  const aad = bound(handle, fileId);
  const prefix = header.subarray(MAGIC.length);
  let position = HEADER;
  for (let counter = 0; ; counter++) {
    const sealed = await source.read(position, CHUNK + TAG);
    position += sealed.length;
    const last = position >= source.size;
    if (sealed.length < TAG || (!last && sealed.length < CHUNK + TAG)) {
      throw new DamagedFile(`file ${fileId} ends too early`);
    }
    const cipher = createDecipheriv("aes-256-gcm", key, nonceOf(prefix, counter, last), {
      authTagLength: TAG,
    });
    cipher.setAAD(aad);
    cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    let clear: Buffer;
    try {
      clear = Buffer.concat([cipher.update(sealed.subarray(0, sealed.length - TAG)), cipher.final()]);
    } catch {
      throw new DamagedFile(`piece ${counter} of file ${fileId} is not genuine`);
    }
    if (clear.length > 0) yield clear;
    if (last) return;
  }
}
