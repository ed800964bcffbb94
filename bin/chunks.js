// Loads the chunks of a bundle. Those that people start most lie in one file, those that are started together in one script beside
// the code that V8 compiled for it at build: compiling is a third of a command's start, and a script of its own for each chunk a
// tenth. Code made by another version of Node is refused by V8, and the script is compiled as usual.
const { openSync, readFileSync, readSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/** The file of the chunks that start most, in the bundle's folder. */
const PACK = "hot.pack";
/** The pack begins with the length of its index, a number of so many bytes. */
const HEAD_BYTES = 4;

/** Opens the bundle of a folder: `load` gives a chunk's exports, `loaded` names those so far, `scripts` are what the pack's came from. */
exports.open = (folder) => {
  const pack = openPack(folder);
  const chunks = new Map();
  const outside = createRequire(join(folder, "main.cjs"));
  const load = (name) => {
    const known = chunks.get(name);
    if (known !== undefined) return known.exports;
    const make = pack.maker(name) ?? makerIn(join(folder, name), name);
    const chunk = { exports: {} };
    chunks.set(name, chunk);
    const require = (id) => (id.startsWith("./") ? load(id.slice(2)) : outside(id));
    make(chunk.exports, require, chunk, join(folder, name), folder);
    return chunk.exports;
  };
  return { load, loaded: () => [...chunks.keys()], scripts: pack.scripts };
};

exports.wrap = wrap;
exports.PACK = PACK;
exports.HEAD_BYTES = HEAD_BYTES;

/** The text of a script that gives, by name, the functions that make chunks. They are in brackets, so that V8 compiles each at once. */
function wrap(texts) {
  const makers = texts.map(
    ([name, text]) =>
      `${JSON.stringify(name)}: (function (exports, require, module, __filename, __dirname) {${text}\n})`,
  );
  return `({${makers.join(",")}})`;
}

function makerIn(filename, name) {
  return new Script(wrap([[name, readFileSync(filename, "utf8")]]), { filename }).runInThisContext()[name];
}

/** Gives the reader of a folder's pack, which knows no chunk where there is no pack. */
function openPack(folder) {
  const scripts = new Map();
  let file;
  try {
    file = openSync(join(folder, PACK));
  } catch {
    return { maker: () => undefined, scripts };
  }
  const start = HEAD_BYTES + read(file, 0, HEAD_BYTES).readUInt32LE();
  const { chunks, places } = JSON.parse(read(file, HEAD_BYTES, start - HEAD_BYTES).latin1Slice());
  const makers = new Map();
  const open = (number) => {
    const [offset, codeBytes, textBytes, filename] = places[number];
    const both = read(file, start + offset, codeBytes + textBytes);
    const cachedData = codeBytes === 0 ? undefined : both.subarray(0, codeBytes);
    const script = new Script(both.latin1Slice(codeBytes), { filename: join(folder, filename), cachedData });
    scripts.set(number, script);
    makers.set(number, script.runInThisContext());
  };
  const maker = (name) => {
    if (!Object.hasOwn(chunks, name)) return undefined;
    const number = chunks[name];
    if (!makers.has(number)) open(number);
    return makers.get(number)[name];
  };
  return { maker, scripts };
}

function read(file, position, length) {
  const bytes = Buffer.allocUnsafeSlow(length);
  readSync(file, bytes, 0, length, position);
  return bytes;
}
