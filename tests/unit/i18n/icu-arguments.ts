/** An argument of an ICU message: its name, and for a choice the options it offers. */
export type IcuArgument = {
  readonly name: string;
  readonly kind: string;
  readonly options: readonly string[];
};

/**
 * The arguments of an ICU message, also those inside the options of a choice, each once per place.
 * @throws Error where braces do not pair or a choice has no `other`
 */
export function icuArguments(message: string): readonly IcuArgument[] {
  const found: IcuArgument[] = [];
  for (const inner of bracesOf(message)) {
    const [, name = "", kind = "", rest = ""] =
      /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,([\s\S]*))?)?$/.exec(inner) ?? [];
    if (name === "") throw new Error(`no argument: {${inner}}`);
    const options = [...rest.matchAll(/(=?\w+)\s*(?=\{)/g)].map(([, option = ""]) => option);
    const choice = kind === "plural" || kind === "select" || kind === "selectordinal";
    const bodies = choice ? bracesOf(rest) : [];
    const own = choice ? topOptions(rest) : [];
    if (choice && !own.includes("other")) throw new Error(`no other in {${inner}}`);
    if (choice && own.length !== bodies.length) throw new Error(`unclear options ${options.join(" ")}`);
    found.push({ name, kind, options: own }, ...bodies.flatMap(icuArguments));
  }
  return found;
}

/** What stands between each outermost pair of braces. */
function bracesOf(text: string): readonly string[] {
  const inner: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === "{" && depth++ === 0) from = at + 1;
    if (character === "}" && --depth === 0) inner.push([...text].slice(from, at).join(""));
    if (depth < 0) throw new Error(`too many }: ${text}`);
  }
  if (depth > 0) throw new Error(`missing }: ${text}`);
  return inner;
}

function topOptions(choice: string): readonly string[] {
  const outside = bracesOf(choice).reduce((text, body) => text.replace(`{${body}}`, " "), choice);
  return outside.split(/\s+/).filter((option) => option !== "");
}
