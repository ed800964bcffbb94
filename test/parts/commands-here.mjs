// Runs commands of the built `porte` one after the other on the terminal that it is started on, each with modules of its own, as
// processes would: `node commands-here.mjs <file>`, a JSON list of argument lists. Above each stands what was typed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
const { version } = require("../../package.json");
const { inFolder, open } = require("../../bin/chunks.js");

const bundle = inFolder(join(packageFolder, "dist", "cli"));
const surroundings = {
  env: process.env,
  home: process.env.HOME ?? null,
  stdin: () => process.stdin,
  descriptors: { stdout: 1, stderr: 2 },
  onInterrupt: () => undefined,
};
process.setMaxListeners(0);
for (const argv of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"))) {
  console.log(`$ porte ${argv.join(" ")}`);
  const { load, keep } = open(bundle, "cli");
  await load("main.cjs").runIn(surroundings, argv, { version, packageFolder });
  keep();
  console.log();
}
process.exit();
