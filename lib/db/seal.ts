import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from "node:crypto";

/** Bytes that only a data key opens; the brand keeps clear text out of *Sealed columns. */
export type Sealed = Uint8Array<ArrayBuffer> & { readonly __sealed: unique symbol };

/** An opened data key. */
export type DataKeyHandle = { readonly id: string; readonly key: Buffer };

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Where a sealed value lives; bound into the seal, so that a value moved to another row does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

function aad(keyId: string, place: Place): Buffer {
  return Buffer.from(JSON.stringify(["v1", keyId, place.table, place.column, place.row]));
}

/** Keys go to Node as key objects: with raw bytes every operation takes three times as long (Node 24). */
function encrypt(key: Buffer, bound: Buffer, clear: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", createSecretKey(key), nonce, { authTagLength: TAG });
  cipher.setAAD(bound);
  const parts = [Buffer.of(VERSION), nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

function decrypt(key: Buffer, bound: Buffer, blob: Uint8Array): Buffer {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (bytes.length < 1 + NONCE + TAG || bytes[0] !== VERSION) throw new Error("sealed value is damaged");
  const cipher = createDecipheriv("aes-256-gcm", createSecretKey(key), bytes.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  cipher.setAAD(bound);
  cipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  return Buffer.concat([cipher.update(bytes.subarray(1 + NONCE, bytes.length - TAG)), cipher.final()]);
}

/** Seals a JSON value for one place (AES-256-GCM, random 96-bit nonce, 128-bit tag). */
export function seal(handle: DataKeyHandle, place: Place, value: unknown): Sealed {
  return encrypt(handle.key, aad(handle.id, place), Buffer.from(JSON.stringify(value))) as Sealed;
}

/** Opens what `seal` made. Throws if the key, the place or one bit differs. */
export function open<T>(handle: DataKeyHandle, place: Place, blob: Uint8Array): T {
  return JSON.parse(decrypt(handle.key, aad(handle.id, place), blob).toString("utf8")) as T;
}

/** Wraps a data key under a key-encryption key; bound to the id of the data key. */
export function wrap(kek: Buffer, kekId: string, dataKeyId: string, key: Buffer): Uint8Array<ArrayBuffer> {
  return encrypt(kek, Buffer.from(JSON.stringify(["v1", "wrap", kekId, dataKeyId])), key);
}

export function unwrap(kek: Buffer, kekId: string, dataKeyId: string, wrapped: Uint8Array): Buffer {
  return decrypt(kek, Buffer.from(JSON.stringify(["v1", "wrap", kekId, dataKeyId])), wrapped);
}

/**
 * A salted commitment to a text for the audit log: who holds the data key can check the text against
 * it; once the key is destroyed it is noise. Hex.
 */
export function commitment(handle: DataKeyHandle, place: Place, text: string): string {
  const salt = createHmac("sha256", handle.key).update(aad(handle.id, place)).update("commit").digest();
  return createHmac("sha256", salt).update(text).digest("hex");
}
