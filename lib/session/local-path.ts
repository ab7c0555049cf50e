import { readEnv } from "@/lib/env";

/**
 * Where to go on after something: a path of ours, from a value that anybody may have written.
 * @param wanted an address or a path
 * @param otherwise the path when `wanted` leads elsewhere or cannot be read
 */
export function localPath(wanted: string | null | undefined, otherwise: string): string {
  const { BASE_URL } = readEnv();
  if (!wanted || [...wanted].some(readDifferently) || !URL.canParse(wanted, BASE_URL)) return otherwise;
  const url = new URL(wanted, BASE_URL);
  const path = url.pathname + url.search;
  return url.origin === BASE_URL && url.username === "" && !/^\/[/\\]/.test(decodedOnce(path))
    ? path
    : otherwise;
}

/** Spaces and control characters, which browsers drop, and the backslash, which they read as a slash. */
function readDifferently(character: string): boolean {
  return character <= " " || character === "\\" || character === "\u007f";
}

function decodedOnce(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "//";
  }
}
