/** The search parameters of a page as Next gives them. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** One value of a search parameter, or "" where there is none or several. */
export function one(search: Search, name: string): string {
  const value = search[name];
  return typeof value === "string" ? value : "";
}
