// Packs the chunks of a program that start most, each beside the code that V8 compiles for it: it runs them first, so that what
// they need is compiled already; what they say is for nobody. How a pack is read: bin/chunks.js.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));
const { open, wrap, PACK, HEAD_BYTES } = createRequire(import.meta.url)("../bin/chunks.js");
const own = { version: "", packageFolder };
const rehearsals = { cli: rehearseCommands, server: rehearseCompany };

const program = process.argv[2];
const folder = join(packageFolder, "dist", program);
for (const name of readdirSync(folder)) inPlainLetters(join(folder, name));
const { load, scripts } = open(folder);
const home = await mkdtemp(join(tmpdir(), "porte-build-"));
try {
  await rehearsals[program](load("main.cjs").main);
} finally {
  await rm(home, { recursive: true, force: true });
}
writeFileSync(join(folder, PACK), packed([...scripts]));

async function rehearseCommands(main) {
  Object.assign(process.env, { PORTE_CONFIG_DIR: home, PORTE_DATA_DIR: home, PORTE_LANG: "fr" });
  for (const words of ["--help", "--lang en --help", "declare --help", "simulate --gross 3000 --date 2026-11"])
    await main(words.split(" "), own);
  Object.assign(process.env, { PORTE_TOKEN: "none", PORTE_API_URL: "http://127.0.0.1:9" });
  for (const words of ["whoami", "expenses list", "status", "month", "declare list", "payslips", "account", "missions"])
    await main(words.split(" "), own);
}

/** A first start, a few answers, an end. */
async function rehearseCompany(main) {
  const argv = ["serve", "--data", home, "--port", "0", "--json"];
  const { write } = process.stdout;
  const ready = new Promise((resolve) => {
    process.stdout.write = (text) => resolve(JSON.parse(text).url);
  });
  const ended = main(argv, {}, own);
  const url = await Promise.race([ready, ended]);
  if (typeof url !== "string") throw new Error("the company has not started");
  process.stdout.write = write;
  for (const path of ["/v1/service", "/v1/overview", "/device"]) await (await fetch(`${url}${path}`)).text();
  process.emit("SIGTERM");
  await ended;
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
