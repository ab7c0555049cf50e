/**
 * `npm run bench`: how fast Habeas is, each figure beside its comparison of the same run. Needs nothing but this folder;
 * everything it makes is in var/bench. Figures go to stdout, a line of JSON each; the rest to stderr.
 * `npm run -s bench -- filings scripts` measures only these; FIGURES below are there. Without the queue nothing fills the
 * desk to its full size, so recompute and request then run on the small one.
 */

import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import { buildBareApp } from "./bench/bare-app";
import { measureColdStart } from "./bench/cold-start";
import { print } from "./bench/figure";
import { measureFilings } from "./bench/filings";
import { checkChain, fill } from "./bench/fill";
import { forgetMachineSettings, startInstallation } from "./bench/installation";
import { measureQueue, queueFigure } from "./bench/queue";
import { measureRecompute } from "./bench/recompute";
import { measureRequestPage } from "./bench/request-page";
import { measureScriptWeight } from "./bench/script-weight";
import { serveBare, serveHabeas } from "./bench/serving";
import { signIn } from "./bench/sign-in";
import { say, sentenceOf } from "./terminal";

const SMALL = 10_000;
const LARGE = 100_000;

const FIGURES = ["queue", "request", "recompute", "filings", "scripts", "start"] as const;

/** Whether a figure is wanted: all are when none is named. */
function wanted(figure: (typeof FIGURES)[number]): boolean {
  const named = process.argv.slice(2);
  return named.length === 0 || named.includes(figure);
}

async function main(stopping: Stopping): Promise<void> {
  const unknown = process.argv.slice(2).find((name) => !FIGURES.some((figure) => figure === name));
  if (unknown !== undefined)
    throw new StartError(`There is no figure "${unknown}". There are: ${FIGURES.join(", ")}.`);
  forgetMachineSettings();
  say("Starting a PostgreSQL of its own in var/bench …");
  const installation = await startInstallation(stopping);
  const { urls, controller, officers } = installation;
  say("Building a bare application to compare with (about half a minute) …");
  await buildBareApp(urls.owner ?? "");
  const served = await stopping.start(
    "Habeas",
    () => serveHabeas(urls.app),
    (part) => part.stop(),
  );
  const bare = await stopping.start(
    "The bare application",
    () => serveBare(urls.app),
    (part) => part.stop(),
  );
  const [officer] = officers;
  if (!officer) throw new Error("there is no officer");
  const habeas = { url: served.url, slug: controller.slug, cookie: await signIn(served.url, officer) };

  say(`Filling the desk with ${SMALL} sealed requests …`);
  const small = await fill(installation, { requests: 0, people: 0 }, SMALL, say);
  if (wanted("queue")) {
    say("Reading the queue …");
    const smallTimes = await measureQueue(small.requests, habeas, bare.url);
    say(`Filling the desk with ${LARGE} sealed requests (a minute or two) …`);
    const large = await fill(installation, small, LARGE, say);
    say("Reading the queue …");
    print(queueFigure(smallTimes, await measureQueue(large.requests, habeas, bare.url)));
  }
  if (wanted("request")) {
    say("Reading a request with a long history …");
    print(await measureRequestPage(installation, habeas, bare.url));
  }
  if (wanted("recompute")) {
    say("Recomputing every open request after a day was added to the calendar …");
    print(await measureRecompute(installation));
  }
  if (wanted("filings")) {
    say("Filing requests over HTTP …");
    print(await measureFilings(habeas, bare.url));
    await checkChain(installation);
  }
  if (wanted("scripts")) print(await measureScriptWeight(habeas, bare.url));
  await served.stop();
  await bare.stop();
  if (wanted("start")) {
    say("Starting from cold, several times …");
    print(await measureColdStart(stopping, urls.app, controller.slug));
  }
  await stopping.stop(0);
}

const stopping = new Stopping();
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  say(sentenceOf(error));
  void stopping.stop(1);
});
