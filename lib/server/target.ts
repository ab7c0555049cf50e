/** Control characters, and the backslash that browsers read as a slash. */
const NEVER_IN_A_PATH = /[\p{Cc}\\]/u;

/**
 * Reads the target of a request line. Only what means one thing to every reader passes: an absolute path, decodable,
 * without empty or dot segments, encoded separators or control characters.
 * @returns the decoded path, or undefined when the target is refused
 */
export function decodedPath(target: string): string | undefined {
  const [encoded = "", query = ""] = splitOnce(target, "?");
  if (!encoded.startsWith("/") || encoded.includes("#") || encoded.includes("//")) return undefined;
  if (!readable(query)) return undefined;
  const segments: string[] = [];
  for (const part of encoded.slice(1).split("/")) {
    const segment = decoded(part);
    if (segment === undefined || segment.includes("/") || NEVER_IN_A_PATH.test(segment)) return undefined;
    if (segment === "." || segment === "..") return undefined;
    segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

function readable(query: string): boolean {
  const text = decoded(query);
  return text !== undefined && !text.includes("\u0000");
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}
