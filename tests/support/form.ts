import { createVisitor, type Visitor } from "./http";

/** Fills in every page of the public form, as somebody without scripts does, up to the page that shows all answers. */
export async function filledForm(
  base: string,
  slug: string,
  { name, email, what }: { readonly name: string; readonly email: string; readonly what: string },
): Promise<Visitor> {
  const visitor = createVisitor(base);
  const pages = [
    ["", {}],
    ["/rights", { rights: "complaint" }],
    ["/complaint", { what }],
    ["/on-behalf", { onBehalf: "self" }],
    ["/contact", { name, email }],
  ] as const;
  for (const [page, fields] of pages) {
    const { status, headers } = await visitor.submit(`/api/public/${slug}/draft${page}`, fields);
    if (status !== 303 || headers.location?.includes("#")) {
      throw new Error(`The form stopped at ${page}: ${status} ${headers.location}`);
    }
  }
  return visitor;
}
