/** So many statements are kept prepared on each connection; any more are planned each time. */
const MOST = 100;

/**
 * What only adds rows. Statements that read are planned each time, for the tables as they are then: a plan made
 * while a table was empty is kept long after it has grown.
 */
const ADDS = /\binsert into\b|\baudit_append\b/i;

/**
 * Names the statements that only add, so that the database plans each of them once per connection: planning takes it
 * longer than adding the rows. Others have no name and are not kept.
 */
export function statementNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST || !ADDS.test(sql)) return "";
    const name = `adds_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
