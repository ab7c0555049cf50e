import { build, generate } from "../../lib/cli/setup/build.mjs";
import startDatabase from "./global-setup-database.mjs";

/** The production build and the database, for the levels that drive the whole application. */
export default async function globalSetup() {
  await generate();
  await build();
  await startDatabase();
}
