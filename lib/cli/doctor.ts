/** `npm run doctor`: looks at everything `npm start` needs, changes nothing, and says what is wrong and what to do. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findFindings } from "./doctor/findings";

async function main(): Promise<void> {
  const findings = await findFindings();
  const width = Math.max(...findings.map(({ what }) => what.length));
  for (const { what, wrong, note } of findings) {
    const text = wrong ?? note ?? "";
    console.log(
      `${wrong === undefined ? "ok   " : "WRONG"}  ${what.padEnd(width)}  ${text.replaceAll("\n", `\n${" ".repeat(width + 9)}`)}`.trimEnd(),
    );
  }
  const count = findings.filter(({ wrong }) => wrong !== undefined).length;
  console.log(count === 0 ? "\nNothing is wrong." : `\n${count} of ${findings.length} need your attention.`);
  if (!existsSync(join(".next", "BUILD_ID")))
    console.log("The pages are not built yet; the next start builds them.");
  process.exitCode = count === 0 ? 0 : 1;
}

main().catch((error) => {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
