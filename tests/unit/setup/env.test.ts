import { ConfigurationError, parseEnv, problemsOf } from "@/lib/env";

const GOOD = {
  DATABASE_URL: "postgresql://habeas_app:Vf3mQ9xT@db.internal:5432/habeas",
  SMTP_URL: "smtps://habeas:Vf3mQ9xT@mail.internal:465",
  MAIL_FROM: "privacy@nordlund.se",
  BASE_URL: "https://privacy.nordlund.se",
};

const namesOf = (source: Record<string, string>, required: string[] = []) =>
  problemsOf(source, required).map(({ name }) => name);

test("nothing is wrong with good settings, nor with none at all", () => {
  expect(problemsOf(GOOD, Object.keys(GOOD))).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

test("what is required and empty or absent is named", () => {
  expect(namesOf({ SMTP_URL: "  " }, ["SMTP_URL", "MAIL_FROM"])).toEqual(["SMTP_URL", "MAIL_FROM"]);
});

test("everything that is wrong is said at once", () => {
  const source = { ...GOOD, PORT: "http", PROCESS: "both", MAIL_FROM: "nobody", LIMITS_FILINGS: "-1" };
  expect(namesOf(source)).toEqual(["MAIL_FROM", "PORT", "PROCESS", "LIMITS_FILINGS"]);
});

test.each([
  ["DATABASE_URL", "mysql://u:Vf3mQ9xT@db.internal/habeas"],
  ["DATABASE_URL", "postgresql://u:Vf3mQ9xT@db.internal"],
  ["DATABASE_URL", "postgresql://u:changeme@db.internal/habeas"],
  ["DATABASE_URL", "postgresql://u:postgres-password-change-me@db.internal/habeas"],
  ["SMTP_URL", "smtp://user:password@mail.internal"],
  ["SMTP_URL", "smtp://mail.example.com"],
  ["SMTP_URL", "mail.internal:465"],
  ["MAIL_FROM", "privacy@example.org"],
  ["MAIL_FROM", "Privacy <privacy@nordlund.se>"],
  ["BASE_URL", "https://privacy.example.com"],
  ["BASE_URL", "http://privacy.nordlund.se"],
  ["BASE_URL", "https://privacy.nordlund.se/desk"],
  ["BASE_URL", "https://user@privacy.nordlund.se"],
  ["PORT", "65536"],
  ["LOG_LEVEL", "silent"],
  ["TRUSTED_PROXIES", "10.0.0.1; 10.0.0.2"],
  ["KEY_DIR", "<your-key-folder>"],
])("%s=%s is refused", (name, value) => {
  expect(namesOf({ ...GOOD, [name]: value })).toEqual([name]);
});

test("a value is never printed", () => {
  const secret = "Xq7-changeme-Vf3mQ9xT";
  const source = Object.fromEntries(
    [
      "DATABASE_URL",
      "DATABASE_OWNER_URL",
      "SMTP_URL",
      "MAIL_FROM",
      "BASE_URL",
      "PORT",
      "PROCESS",
      "HABEAS_DEMO",
    ].map((name) => [name, `ftp://u:${secret}@${secret}`]),
  );
  const error = new ConfigurationError(problemsOf(source));
  expect(error.problems).toHaveLength(8);
  expect(error.message).not.toContain(secret);
  expect(() => parseEnv(source)).toThrow(ConfigurationError);
});

test("the table has one line per problem, in columns", () => {
  expect(new ConfigurationError(problemsOf({ PORT: "x" }, ["SMTP_URL"])).message.split("\n")).toEqual([
    "Setting   What is wrong                           Example",
    "SMTP_URL  is not set                              smtps://habeas:…@mail.internal:465",
    "PORT      must be a whole number from 0 to 65535  3000",
  ]);
});

test("defaults: this machine only, keys inside the data folder, no proxy believed, no demo", () => {
  const env = parseEnv({ HABEAS_VAR: "/srv/habeas", PORT: "8080" });
  expect(env).toMatchObject({
    HOST: "127.0.0.1",
    BASE_URL: "http://localhost:8080",
    KEY_DIR: "/srv/habeas/keys",
    PROCESS: "all",
    LOG_LEVEL: "info",
    TRUSTED_PROXIES: [],
    HABEAS_DEMO: false,
    LIMITS: {},
  });
  expect(() => env.DATABASE_URL).toThrow("is not set");
});

test("what is set is read: limits as numbers, proxies as a list", () => {
  const env = parseEnv({
    LIMITS_FILINGS_PER_HOUR: "5",
    TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8",
    BASE_URL: "https://a.se/",
    LOG_LEVEL: "warn",
  });
  expect(env.LIMITS).toEqual({ FILINGS_PER_HOUR: 5 });
  expect(env.TRUSTED_PROXIES).toEqual(["127.0.0.1", "10.0.0.0/8"]);
  expect(env.BASE_URL).toBe("https://a.se");
  expect(env.LOG_LEVEL).toBe("warn");
});
