/** The chunk format of stored files: what was changed in any way does not open (security.md 5.2, case 80). */
import { randomBytes, randomUUID } from "node:crypto";
import type { DataKeyHandle } from "@/lib/db/seal";
import { DamagedFile, openChunks, sealChunks } from "@/lib/db/sealed-chunks";

const HEADER = 11;
const PIECE = 64 * 1024 + 16;
const key = (): DataKeyHandle => ({ id: randomUUID(), key: randomBytes(32) });
const handle = key();
const id = randomUUID();

async function* pieces(content: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function sealed(content: Buffer, { size = 10_007 } = {}): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of sealChunks(handle, id, pieces(content, size))) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function opened(bytes: Buffer, by = handle, of = id): Promise<Buffer> {
  const read = async (position: number, length: number) => bytes.subarray(position, position + length);
  const parts: Buffer[] = [];
  for await (const part of openChunks(by, of, { size: bytes.length, read })) parts.push(part);
  return Buffer.concat(parts);
}

const CONTENT = randomBytes(3 * 64 * 1024 + 5);

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
  "%d bytes come back as they were",
  async (size) => {
    const content = randomBytes(size);
    for (const step of [1_000, 65_536, 300_000]) {
      const bytes = await sealed(content, { size: step });
      expect(bytes.length).toBe(HEADER + size + 16 * Math.max(1, Math.ceil(size / 65_536)));
      expect((await opened(bytes)).equals(content)).toBe(true);
    }
  },
);

test("clear text is nowhere in what is written", async () => {
  const canary = Buffer.from("a canary of a person".repeat(5_000));
  const bytes = await sealed(canary);
  for (const form of ["utf8", "base64", "hex"] as const) {
    expect(bytes.includes(Buffer.from(canary.subarray(0, 12).toString(form)))).toBe(false);
  }
});

const piece = (bytes: Buffer, n: number) => bytes.subarray(HEADER + n * PIECE, HEADER + (n + 1) * PIECE);
const head = (bytes: Buffer) => bytes.subarray(0, HEADER);

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["cut at the end of a piece", (b) => Buffer.concat([head(b), piece(b, 0), piece(b, 1)])],
  ["cut inside a piece", (b) => b.subarray(0, b.length - 1)],
  ["cut to its header", head],
  ["cut inside its header", (b) => b.subarray(0, 5)],
  ["empty", () => Buffer.alloc(0)],
  ["two pieces swapped", (b) => Buffer.concat([head(b), piece(b, 1), piece(b, 0), piece(b, 2), piece(b, 3)])],
  ["a piece left out", (b) => Buffer.concat([head(b), piece(b, 0), piece(b, 2), piece(b, 3)])],
  [
    "a piece doubled",
    (b) => Buffer.concat([head(b), piece(b, 0), piece(b, 0), piece(b, 1), piece(b, 2), piece(b, 3)]),
  ],
  ["bytes added", (b) => Buffer.concat([b, Buffer.of(0)])],
  ["another nonce", (b) => Buffer.concat([b.subarray(0, 4), Buffer.alloc(7), b.subarray(HEADER)])],
])("%s: does not open", async (_what, change) => {
  await expect(opened(change(await sealed(CONTENT)))).rejects.toThrow(DamagedFile);
});

test("one bit anywhere is enough", async () => {
  const bytes = await sealed(randomBytes(70_000));
  for (const at of [0, 4, HEADER, HEADER + 65_535, HEADER + PIECE - 1, HEADER + PIECE, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(opened(changed)).rejects.toThrow(DamagedFile);
  }
});

test("it opens only as the file it is, under its own key and that key's own id", async () => {
  const bytes = await sealed(CONTENT);
  await expect(opened(bytes, handle, randomUUID())).rejects.toThrow(DamagedFile);
  await expect(opened(bytes, key())).rejects.toThrow(DamagedFile);
  await expect(opened(bytes, { ...handle, id: randomUUID() })).rejects.toThrow(DamagedFile);
});

test("the same content is sealed differently each time", async () => {
  expect((await sealed(CONTENT)).equals(await sealed(CONTENT))).toBe(false);
});
