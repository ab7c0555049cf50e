/** The named fields of a posted form as texts; what is missing or a file is empty, what is not named is left out. */
export async function formFields<K extends string>(
  request: Request,
  names: readonly K[],
): Promise<Record<K, string>> {
  const form = await request.formData().catch(() => new FormData());
  const text = (name: K) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<K, string>;
}
