/** A browser as far as the bench needs one: it keeps cookies and follows redirections by hand. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The names of the cookies it has now. */
  get cookieNames(): readonly string[] {
    return [...this.#cookies.keys()];
  }

  async get(path: string): Promise<Response> {
    return this.#ask(path, {});
  }

  /** Posts a form as a page of ours does. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#ask(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  async #ask(path: string, options: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, this.#origin), {
      ...options,
      redirect: "manual",
      headers: { cookie: this.cookie, origin: this.#origin },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
    return response;
  }
}
