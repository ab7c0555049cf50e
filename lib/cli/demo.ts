/** `npm run demo`: everything with invented data, in var/demo, made anew on every start. */
import { rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createInterface } from "node:readline";
import { startMailCatcher } from "@/lib/adapters/mail-catcher";
import { readEnv, setEnv } from "@/lib/env";
import { startClaimedDatabase } from "@/lib/server/database";
import { portProblem } from "@/lib/server/port";
import { launchServingProcess } from "@/lib/server/serving-process";
import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import { addressLines, signInLines } from "./demo/sign-ins";
import { seedDemo } from "./demo-seed";
import { leaveDatabase, prepareInstallation } from "./installation";
import { say, sentenceOf } from "./terminal";

const FOLDER = resolve("var", "demo");

async function main(stopping: Stopping): Promise<void> {
  // What the machine has set for a real installation must not reach the demo, nor the demo what is real.
  setEnv({
    ...{ DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, DATABASE_AUDITOR_URL: undefined },
    ...{
      SMTP_URL: undefined,
      BASE_URL: undefined,
      HOST: undefined,
      PROCESS: undefined,
      TRUSTED_PROXIES: undefined,
    },
    ...{
      HABEAS_VAR: FOLDER,
      KEY_DIR: join(FOLDER, "keys"),
      HABEAS_DEMO: "1",
      MAIL_FROM: "no-reply@habeas.example",
    },
  });
  const { HOST, PORT } = readEnv();
  const busy = await portProblem(HOST, PORT);
  if (busy !== undefined) throw new StartError(busy);

  const urls = await startClaimedDatabase(stopping, { folder: FOLDER, keep: false, durable: true });
  for (const name of ["keys", "mailbox", "files", "habeas.log"])
    rmSync(join(FOLDER, name), { recursive: true, force: true });
  const mail = await stopping.start(
    "The mailbox",
    () => startMailCatcher({ port: 0, folder: join(FOLDER, "mailbox") }),
    (part) => part.close(),
  );
  setEnv({ SMTP_URL: `smtp://127.0.0.1:${mail.port}/?tls=none` });
  const logFile = join(FOLDER, "habeas.log");
  const serving = await stopping.start(
    "The serving process",
    async () => launchServingProcess(logFile),
    (part) => part.stop(),
  );
  say("Preparing the database …");
  await prepareInstallation(urls, () => undefined);
  say("Making up two organisations with about 500 requests …");
  const seed = await seedDemo({ progress: say });
  await leaveDatabase();

  await serving.serve({ DATABASE_URL: urls.app });
  const { BASE_URL } = readEnv();
  const lines = ["", "Habeas, a demo with invented people. Everything is made anew on every start.", ""];
  console.log(
    [...lines, ...addressLines(BASE_URL, seed), "", ...signInLines(seed.signIns, new Date()), ""].join("\n"),
  );
  say(`Its log is ${relative(process.cwd(), logFile)}. Ctrl-C stops it.`);
  createInterface({ input: process.stdin }).on("line", () =>
    console.log(signInLines(seed.signIns, new Date()).join("\n")),
  );
  const sentence = await serving.ended;
  if (!stopping.isStopping) throw new StartError(sentence);
}

const stopping = new Stopping();
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  say(sentenceOf(error));
  void stopping.stop(1);
});
