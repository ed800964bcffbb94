// Loads the chunks of a bundle with the code that V8 compiled for them at build, because compiling is a third of a
// command's start. Code made by another version of Node is refused by V8, and the chunk is compiled as usual.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

/** Opens the bundle of a folder: `load` gives a chunk's exports, `scripts` those loaded so far. */
exports.open = (folder) => {
  const chunks = new Map();
  const scripts = new Map();
  const outside = createRequire(join(folder, "main.cjs"));
  const load = (name) => {
    const known = chunks.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(folder, name);
    const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "utf8")}\n})`;
    const script = new Script(text, { filename, cachedData: compiled(filename) });
    const chunk = { exports: {} };
    chunks.set(name, chunk);
    scripts.set(filename, script);
    const require = (id) => (id.startsWith("./") ? load(id.slice(2)) : outside(id));
    script.runInThisContext()(chunk.exports, require, chunk, filename, folder);
    return chunk.exports;
  };
  return { load, scripts };
};

function compiled(filename) {
  try {
    return readFileSync(`${filename}.cache`);
  } catch {
    return undefined;
  }
}
