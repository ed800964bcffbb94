// Packs the chunks of a program that start most, beside the code that V8 compiles for them: it runs them first, so that what they need
// is compiled already; what they say is for nobody. Chunks that the same runs load are one script. How a pack is read: bin/chunks.js.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));
const { open, wrap, PACK, HEAD_BYTES } = createRequire(import.meta.url)("../bin/chunks.js");
const own = { version: "", packageFolder };
const programs = { cli: packCommands, server: packCompany };

const folder = join(packageFolder, "dist", process.argv[2]);
for (const name of readdirSync(folder)) inPlainLetters(join(folder, name));
rmSync(join(folder, PACK), { force: true });
const home = mkdtempSync(join(tmpdir(), "porte-build-"));
process.once("exit", () => rmSync(home, { recursive: true, force: true }));
await programs[process.argv[2]]();

/** The commands that people start most, without a company and with one that does not answer. */
async function packCommands() {
  const alone = { PORTE_CONFIG_DIR: home, PORTE_DATA_DIR: home, PORTE_LANG: "fr" };
  const withCompany = { ...alone, PORTE_TOKEN: "none", PORTE_API_URL: "http://127.0.0.1:9" };
  const runs = [
    ...["--help", "--lang en --help", "declare --help", "simulate --gross 3000 --date 2026-11"].map((words) => [
      words,
      alone,
    ]),
    ...["whoami", "expenses list", "status", "month", "declare list", "payslips", "account", "missions"].map(
      (words) => [words, withCompany],
    ),
  ];
  const run = async ([words, env], { load }) => {
    Object.assign(process.env, env);
    await load("main.cjs").main(words.split(" "), own);
  };
  const runsOf = new Map();
  for (const [index, one] of runs.entries()) {
    const bundle = open(folder);
    await run(one, bundle);
    for (const name of bundle.loaded()) runsOf.set(name, [...(runsOf.get(name) ?? []), index]);
  }
  const together = new Map();
  for (const [name, of] of runsOf) together.set(of.join(" "), [...(together.get(of.join(" ")) ?? []), name]);
  const groups = [...together.values()];
  write(groups, new Map());
  const packed = open(folder);
  for (const one of runs) await run(one, packed);
  write(groups, packed.scripts);
}

/** A first start, a few answers, an end. Each chunk is a script of its own: a failure then tells its file and its line. */
async function packCompany() {
  const groups = readdirSync(folder).map((name) => [name]);
  write(groups, new Map());
  const { load, loaded, scripts } = open(folder);
  /** A company that was asked to end ends its process. */
  process.once("exit", (code) => {
    if (code !== 0) return;
    const names = loaded();
    const kept = groups.map((names, number) => [names, scripts.get(number)]).filter(([[name]]) => names.includes(name));
    write(
      kept.map(([names]) => names),
      new Map(kept.map(([, script], number) => [number, script])),
    );
  });
  const argv = ["serve", "--data", home, "--port", "0", "--json"];
  const { write: say } = process.stdout;
  const ready = new Promise((resolve) => {
    process.stdout.write = (text) => resolve(JSON.parse(text).url);
  });
  const ended = load("main.cjs").main(argv, {}, own);
  const url = await Promise.race([ready, ended]);
  if (typeof url !== "string") throw new Error("the company has not started");
  process.stdout.write = say;
  for (const path of ["/v1/service", "/v1/overview", "/device"]) await (await fetch(`${url}${path}`)).text();
  process.emit("SIGTERM", "SIGTERM");
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

/** Writes the pack: its index (which script a chunk is in; of each script the place, bytes of code, bytes of text and file), then code and texts. */
function write(groups, scripts) {
  const chunks = {};
  const places = [];
  const pieces = [];
  let offset = 0;
  for (const [number, names] of groups.entries()) {
    const code = scripts.get(number)?.createCachedData() ?? Buffer.alloc(0);
    const texts = names.map((name) => [name, readFileSync(join(folder, name), "latin1")]);
    const text = Buffer.from(wrap(texts), "latin1");
    for (const name of names) chunks[name] = number;
    places.push([offset, code.length, text.length, names.length === 1 ? names[0] : `${PACK}-${number}`]);
    pieces.push(code, text);
    offset += code.length + text.length;
  }
  const head = Buffer.from(JSON.stringify({ chunks, places }), "latin1");
  const length = Buffer.alloc(HEAD_BYTES);
  length.writeUInt32LE(head.length);
  writeFileSync(join(folder, PACK), Buffer.concat([length, head, ...pieces]));
}
