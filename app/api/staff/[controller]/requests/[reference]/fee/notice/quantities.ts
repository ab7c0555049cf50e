/** How much of each line of the rate card: the form calls them q0, q1 and so on; what is missing is none. */
export function quantitiesOf(fields: Readonly<Record<string, unknown>>): readonly unknown[] {
  const given = Object.keys(fields).flatMap((name) => /^q(\d{1,2})$/.exec(name)?.[1] ?? []);
  const count = Math.max(0, ...given.map((at) => Number(at) + 1));
  return Array.from({ length: count }, (_, at) => fields[`q${at}`] ?? "");
}
