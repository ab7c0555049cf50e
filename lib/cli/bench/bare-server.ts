/** A process of its own: the bare application behind the front that Habeas has. */
import { once } from "node:events";
import { readEnv, setEnv } from "@/lib/env";
import { startFront } from "@/lib/server/front";
import { Stopping } from "@/lib/server/stopping";
import { BARE_FOLDER } from "./bare-app";

async function main(stopping: Stopping): Promise<void> {
  process.channel?.ref();
  const [settings] = await once(process, "message");
  process.channel?.unref();
  setEnv(settings);
  const { PORT, HOST, BASE_URL } = readEnv();
  const front = await stopping.start(
    "The bare application",
    () =>
      startFront({
        ...{ port: PORT, host: HOST, baseUrl: BASE_URL, trustedProxies: [], demo: false },
        dir: BARE_FOLDER,
      }),
    (part) => part.close(),
  );
  process.send?.({ url: front.url });
}

const stopping = new Stopping();
main(stopping).catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  void stopping.stop(1);
});
