import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

const MB = 1024 * 1024;

/** The most bytes of one file. */
export const FILE_BYTES = 20 * MB;
/** The most files of one form. */
export const FORM_FILES = 5;
/** The most bytes of all files of one form together. */
export const FORM_BYTES = 30 * MB;
/** The most files that a requester can leave on one request. */
export const FILES_OF_REQUESTER = 20;

/** What a file may be for. */
export const FILE_PURPOSES = [
  "original",
  "identity_evidence",
  "authority_evidence",
  "assessment_evidence",
  "proof",
  "answer",
] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** Why a file is not taken; each has its sentence. */
export type FileReason =
  | "type"
  | "content"
  | "empty"
  | "too_large"
  | "form_too_large"
  | "too_many"
  | "quota"
  | "cut_off"
  | "missing";

/** The kinds of files that are taken, by the ending of their name. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  txt: "text/plain",
  eml: "message/rfc822",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** For the `accept` of a file field; the server looks for itself. */
export const ACCEPTED = Object.keys(FILE_TYPES)
  .map((ending) => `.${ending}`)
  .join(",");

/** How many first bytes `fileType` looks at. */
export const HEAD_BYTES = 4096;

/** The ending of a name, small letters, "" without one. */
function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * What kind of file it is: its ending must be one that is taken, and its first bytes must look like that kind. The
 * bytes are one signal, not a proof: whatever is stored is only ever given out as a download.
 * @returns the media type, or what is wrong
 */
export function fileType(name: string, head: Uint8Array): Result<string, "type" | "content"> {
  const ending = endingOf(name);
  const type = Object.hasOwn(FILE_TYPES, ending) ? FILE_TYPES[ending] : undefined;
  if (type === undefined) return refuse("type");
  return LOOKS[ending]?.(head) ? ok(type) : refuse("content");
}

const HEIF_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "heif"];

const LOOKS: Readonly<Record<string, (head: Uint8Array) => boolean>> = {
  pdf: (head) =>
    latin(head.subarray(0, 1024)).includes("%PDF-") &&
    !/<(?:html|script|svg)/i.test(latin(head.subarray(0, 64))),
  jpg: (head) => begins(head, [0xff, 0xd8, 0xff]),
  jpeg: (head) => begins(head, [0xff, 0xd8, 0xff]),
  png: (head) => begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  heic: (head) => latin(head.subarray(4, 8)) === "ftyp" && HEIF_BRANDS.includes(latin(head.subarray(8, 12))),
  txt: isText,
  eml: (head) => isText(head) && /^(?:From |[\x21-\x39\x3b-\x7e]{1,76}:)/.test(latin(head)),
  docx: (head) => begins(head, [0x50, 0x4b, 0x03, 0x04]),
};

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** No byte that text does not have; UTF-16 says with its first two bytes that it has them. */
function isText(head: Uint8Array): boolean {
  if (begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff])) return true;
  return !head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}

const LONGEST_NAME = 120;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name of a file as it may be shown and offered for saving: no folder, no hidden or turning character, nothing
 * that an operating system takes for a device, and not long. On disk a file never has this name.
 */
export function neutralName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(UNSEEN, "")
    .replace(/[<>:"|?*%]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const ending = endingOf(plain);
  const stem = ending === "" ? plain : plain.slice(0, -ending.length - 1);
  const short = Array.from(stem).slice(0, LONGEST_NAME).join("") || "file";
  const safe = RESERVED.test(short) ? `_${short}` : short;
  return ending === "" ? safe : `${safe}.${ending}`;
}

/** The Content-Disposition of a download, by RFC 6266 with RFC 8187 for letters beyond ASCII. */
export function asAttachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
