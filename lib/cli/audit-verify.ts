import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { CHAIN_START, type ChainFault, nextLine } from "@/lib/domain/audit/verify-chain";

const USAGE = `Checks an exported log, without the portal and without a network.

  npm run -s audit-verify < events.jsonl
  npm run -s audit-verify -- [--kept SEQ:HASH]... [events.jsonl]

--kept  the line number and hash that an earlier check printed; one kept hash exposes a log that was
        written anew as a whole, which nothing inside the file can.
`;

const SENTENCES: Readonly<Record<ChainFault, string>> = {
  not_json: "is not a JSON object",
  not_canonical: "is not the text that was written: spaces, order, or a repeated key",
  wrong_fields: "does not have the fields of a log line",
  wrong_sequence: "is not the next in sequence: a line is missing, repeated or out of order",
  wrong_previous: "does not carry the hash of the line before it: that line or this one was changed",
  other_chain: "belongs to another log",
  time_runs_back: "is older than the line before it",
  not_the_kept_line: "is not the line whose hash was kept",
};

/** A fault of the file or of how the command was called; its message is for a person. */
class Unverified extends Error {}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

function options(args: readonly string[]): {
  readonly kept: Map<number, string>;
  readonly file: string | undefined;
} {
  const kept = new Map<number, string>();
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === "--kept") {
      const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(args[++at] ?? "") ?? [];
      if (seq === undefined || hash === undefined)
        throw new Unverified("--kept needs SEQ:HASH, as an earlier check printed it.");
      kept.set(Number(seq), hash);
    } else if (arg.startsWith("-")) throw new Unverified(USAGE);
    else files.push(arg);
  }
  if (files.length > 1) throw new Unverified(USAGE);
  return { kept, file: files[0] };
}

/** The lines of a stream, split at line feeds only; what is not strict UTF-8 is refused. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  try {
    for await (const chunk of input) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      yield* parts;
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new Unverified("NOT OK: the file is not UTF-8.");
    throw error;
  }
  if (rest !== "") throw new Unverified("NOT OK: the last line has no end; the file was cut off.");
}

async function main(): Promise<void> {
  const { kept, file } = options(process.argv.slice(2));
  const input = file === undefined ? process.stdin : createReadStream(file);
  let state = CHAIN_START;
  for await (const text of linesOf(input)) {
    const checked = nextLine(state, text, sha256, kept.get(state.nextSeq));
    if (!checked.ok) {
      throw new Unverified(
        `NOT OK: line ${state.nextSeq + 1} (seq ${state.nextSeq}) ${SENTENCES[checked.refusal]}.`,
      );
    }
    kept.delete(state.nextSeq);
    state = checked.value;
  }
  if (state.nextSeq === 0) throw new Unverified("NOT OK: there is no line to check.");
  const [missing] = kept.keys();
  if (missing !== undefined)
    throw new Unverified(`NOT OK: seq ${missing}, whose hash was kept, is not in the file.`);
  const last = state.nextSeq - 1;
  process.stdout.write(
    `OK: ${state.nextSeq} lines of the log ${state.chain}, the last of ${state.at}.\n` +
      `Keep this outside the portal, to check a later export against: ${last}:${state.hash}\n`,
  );
}

main().catch((error: unknown) => {
  const known = error instanceof Unverified || (error as NodeJS.ErrnoException).code !== undefined;
  process.stderr.write(`${known ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
