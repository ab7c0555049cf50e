import { text } from "node:stream/consumers";
import { answerCases, CaseError } from "@/lib/cli/clock-cases";

/** `npm run -s clock < cases.json`: reads cases, prints their clocks; what it cannot read it says in one sentence. */
async function main(): Promise<void> {
  try {
    process.stdout.write(`${answerCases(await text(process.stdin))}\n`);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void main();
