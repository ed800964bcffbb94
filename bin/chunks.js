// Loads the chunks of a bundle. Those that people start most lie in one file, each beside the code that V8 compiled for it
// at build: compiling is a third of a command's start, and opening a file for each chunk a tenth. Code made by another
// version of Node is refused by V8, and the chunk is compiled as usual.
const { openSync, readFileSync, readSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/** The file of the chunks that start most, in the bundle's folder. */
const PACK = "hot.pack";
/** The pack begins with the length of its index, a number of so many bytes. */
const HEAD_BYTES = 4;

/** Opens the bundle of a folder: `load` gives a chunk's exports, `scripts` those loaded so far. */
exports.open = (folder) => {
  const pack = openPack(folder);
  const chunks = new Map();
  const scripts = new Map();
  const outside = createRequire(join(folder, "main.cjs"));
  const load = (name) => {
    const known = chunks.get(name);
    if (known !== undefined) return known.exports;
    const { text, cachedData } = pack(name) ?? { text: wrap(readFileSync(join(folder, name), "utf8")) };
    const filename = join(folder, name);
    const script = new Script(text, { filename, cachedData });
    const chunk = { exports: {} };
    chunks.set(name, chunk);
    scripts.set(name, script);
    const require = (id) => (id.startsWith("./") ? load(id.slice(2)) : outside(id));
    script.runInThisContext()(chunk.exports, require, chunk, filename, folder);
    return chunk.exports;
  };
  return { load, scripts };
};

exports.wrap = wrap;
exports.PACK = PACK;
exports.HEAD_BYTES = HEAD_BYTES;

function wrap(text) {
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
}

/** Gives the reader of a folder's pack, which knows no chunk where there is no pack. */
function openPack(folder) {
  let file;
  try {
    file = openSync(join(folder, PACK));
  } catch {
    return () => undefined;
  }
  const start = HEAD_BYTES + read(file, 0, HEAD_BYTES).readUInt32LE();
  const index = JSON.parse(read(file, HEAD_BYTES, start - HEAD_BYTES).latin1Slice());
  return (name) => {
    if (!Object.hasOwn(index, name)) return undefined;
    const [offset, codeBytes, textBytes] = index[name];
    const both = read(file, start + offset, codeBytes + textBytes);
    return { text: both.latin1Slice(codeBytes), cachedData: both.subarray(0, codeBytes) };
  };
}

function read(file, position, length) {
  const bytes = Buffer.allocUnsafeSlow(length);
  readSync(file, bytes, 0, length, position);
  return bytes;
}
