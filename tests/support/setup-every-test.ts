/**
 * A test that makes the code complain on console.error fails, whatever it asserted. A test that provokes
 * a complaint on purpose replaces console.error itself (`jest.spyOn(console, "error")`) and checks what was said.
 */
const complaints: string[] = [];

function record(...parts: unknown[]): void {
  complaints.push(
    parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" "),
  );
}

beforeEach(() => {
  complaints.length = 0;
  console.error = record;
});

afterEach(() => {
  jest.restoreAllMocks();
  if (complaints.length > 0) throw new Error(`Unexpected console.error:\n${complaints.join("\n")}`);
});
