import Chromium from "@sparticuz/chromium";
import { build, generate } from "../../lib/cli/setup/build.mjs";
import startDatabase from "./global-setup-database.mjs";

/** The production build, the browser and the database, for the levels that drive the whole application. */
export default async function globalSetup() {
  await generate();
  await build();
  // Unpacked once here: two test files that start together would write over the program that the other one runs.
  await Chromium.executablePath();
  await startDatabase();
}
