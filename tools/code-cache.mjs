// Packs the chunks of the command line that people start most, each beside the code that V8 compiles for it: it runs those
// commands first, so that what they need is compiled already; what they say is for nobody. How a pack is read: bin/chunks.js.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));
const { open, wrap, PACK, HEAD_BYTES } = createRequire(import.meta.url)("../bin/chunks.js");
const folder = join(packageFolder, "dist", "cli");
const home = await mkdtemp(join(tmpdir(), "porte-build-"));
const env = { PORTE_CONFIG_DIR: home, PORTE_DATA_DIR: home, PORTE_LANG: "fr" };
const nobody = { PORTE_TOKEN: "none", PORTE_API_URL: "http://127.0.0.1:9" };

for (const name of readdirSync(folder)) inPlainLetters(join(folder, name));
const { load, scripts } = open(folder);
const { main } = load("main.cjs");
try {
  for (const words of ["--help", "--lang en --help", "declare --help", "simulate --gross 3000 --date 2026-11"])
    await runWith(env, words.split(" "));
  for (const words of ["whoami", "expenses list", "status", "month", "declare list", "payslips", "account", "missions"])
    await runWith({ ...env, ...nobody }, words.split(" "));
} finally {
  await rm(home, { recursive: true, force: true });
}
writeFileSync(join(folder, PACK), packed([...scripts]));

async function runWith(settings, argv) {
  Object.assign(process.env, settings);
  await main(argv, { version: "", packageFolder });
}

/** Writes a chunk's accents and signs as escapes: V8 then keeps a byte for each letter, and reads it without decoding. */
function inPlainLetters(file) {
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** The index of the chunks (place, bytes of code, bytes of text), then their code and texts. */
function packed(loaded) {
  const index = {};
  const pieces = [];
  let offset = 0;
  for (const [name, script] of loaded) {
    const code = script.createCachedData();
    const text = Buffer.from(wrap(readFileSync(join(folder, name), "latin1")), "latin1");
    index[name] = [offset, code.length, text.length];
    pieces.push(code, text);
    offset += code.length + text.length;
  }
  const head = Buffer.from(JSON.stringify(index), "latin1");
  const length = Buffer.alloc(HEAD_BYTES);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...pieces]);
}
