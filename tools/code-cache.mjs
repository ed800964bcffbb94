// Writes beside each chunk of the command line the code that V8 compiles for it, after it has run the commands that
// people start most: what they need is then compiled already.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));
const { open } = createRequire(import.meta.url)("../bin/chunks.js");
const home = await mkdtemp(join(tmpdir(), "porte-build-"));
const env = { PORTE_CONFIG_DIR: home, PORTE_DATA_DIR: home, PORTE_LANG: "fr" };
const nobody = { PORTE_TOKEN: "none", PORTE_API_URL: "http://127.0.0.1:9" };

const { load, scripts } = open(join(packageFolder, "dist", "cli"));
const { main } = load("main.cjs");
const write = process.stdout.write;
const writeError = process.stderr.write;
process.stdout.write = () => true;
process.stderr.write = () => true;
try {
  for (const words of ["--help", "--lang en --help", "declare --help", "simulate --gross 3000 --date 2026-11"])
    await runWith(env, words.split(" "));
  for (const words of ["whoami", "expenses list", "status", "month", "declare list", "payslips", "account", "missions"])
    await runWith({ ...env, ...nobody }, words.split(" "));
} finally {
  process.stdout.write = write;
  process.stderr.write = writeError;
  await rm(home, { recursive: true, force: true });
}
for (const [filename, script] of scripts) await writeFile(`${filename}.cache`, script.createCachedData());

async function runWith(settings, argv) {
  Object.assign(process.env, settings);
  await main(argv, { version: "", packageFolder });
}
