// Loads the chunks of a bundle. The small ones lie in one file, because opening a file for each is a tenth of a command's start.
// What V8 compiled of them is a third of it, and is kept in the person's cache folder by the first start that compiles it:
// another version of Node, or another build, has a file of its own. Only code data comes from there, never text, and only where
// nobody else can write. What is absent, refused, damaged or not ours is compiled as usual. Why so: docs/decisions/0020-packages.md.
const { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } = require("node:fs");
const { dirname, isAbsolute, join, sep } = require("node:path");
const { Script } = require("node:vm");

/** The file of the small chunks, in the bundle's folder. */
const PACK = "chunks.pack";
/** A pack begins with the length of its index, a number of so many bytes. */
const HEAD_BYTES = 4;
/** Room for most pieces, twice. */
const ROOM_BYTES = 256 * 1024;

/** What the name of a compressed chunk ends with. */
const COMPRESSED = ".br";

exports.PACK = PACK;
exports.COMPRESSED = COMPRESSED;
exports.textOf = textOf;
exports.wrap = wrap;

/** The bundle of a folder of this package: its pack, a chunk that is not in it, and what Node finds from here, which is what it finds there. */
exports.inFolder = (folder) => ({
  pack: packIn(join(folder, PACK), () => true),
  filename: (name) => folder + sep + name,
  text: (name) => wrap(textOf(join(folder, name))),
  require,
});

/**
 * Opens a bundle: `load` gives a chunk's exports; `keep` keeps the code of what was compiled in the cache folder, where it may.
 * Without a program's name, nothing is read from there or kept.
 */
exports.open = (bundle, program) => {
  const { pack } = bundle;
  const file = program === undefined || pack === null ? null : codeFile(program, pack.index.id);
  const code = file === null ? null : packIn(file, isOwn);
  const chunks = new Map();
  const scripts = new Map();
  let isNew = false;
  const load = (name) => {
    const known = chunks.get(name);
    if (known !== undefined) return known.exports;
    const text = pack?.piece(name)?.latin1Slice() ?? bundle.text(name);
    const filename = bundle.filename(name);
    const script = new Script(text, { filename, cachedData: code?.piece(name) });
    if (script.cachedDataRejected !== false) isNew = true;
    const chunk = { exports: {} };
    chunks.set(name, chunk);
    scripts.set(name, script);
    const require = (id) => (id.startsWith("./") ? load(id.slice(2)) : bundle.require(id));
    script.runInThisContext()(chunk.exports, require, chunk, filename, dirname(filename));
    return chunk.exports;
  };
  const keep = () => {
    if (!isNew || file === null) return;
    isNew = false;
    require("./kept-code.js").keep({ file, known: code, scripts, isOwn });
  };
  return { load, keep, version: pack?.index.version };
};

/**
 * Reads a file that holds an index and its pieces, each twice, one behind the other. Both are read at once and compared, so a byte that
 * has changed, or a file cut short, is seen; a checksum costs milliseconds here, or a library that does.
 * @param read gives so many bytes at a place, or fewer at the end. They may be gone once others are read: so may a piece.
 * @returns null where it is not whole.
 */
exports.packFrom = (bytes, read) => {
  const twice = (position, length) => {
    if (!(position + 2 * length <= bytes)) return null;
    const both = read(position, 2 * length);
    return both.length === 2 * length && both.compare(both, length, 2 * length, 0, length) === 0
      ? both.subarray(0, length)
      : null;
  };
  const head = twice(0, HEAD_BYTES);
  const length = head === null ? 0 : head.readUInt32LE();
  const index = length === 0 ? null : twice(2 * HEAD_BYTES, length);
  if (index === null) return null;
  const start = 2 * (HEAD_BYTES + length);
  /** Facts, then a line for each piece: its name, where it begins and how long it is. A few are looked for among hundreds. */
  const lines = index.latin1Slice();
  const end = lines.indexOf("\n");
  const piece = (name) => {
    const found = lines.indexOf(`\n${name} `, end);
    if (found === -1) return undefined;
    const [, place, size] = lines.slice(found + 1, lines.indexOf("\n", found + 1)).split(" ");
    return twice(start + Number(place), Number(size)) ?? undefined;
  };
  const names = () => Array.from(lines.slice(end).matchAll(/^(\S+) /gm), ([, name]) => name);
  return { index: JSON.parse(lines.slice(0, end)), piece, names };
};

/** Opens the pack of a path, if it passes a look at its file; it stays open, as long as the program runs. */
function packIn(path, passes) {
  let file = null;
  try {
    if (passes === isOwn && !isOwn(statSync(dirname(path)))) return null;
    file = openSync(path, constants.O_RDONLY | (passes === isOwn ? (constants.O_NOFOLLOW ?? 0) : 0));
    const stat = fstatSync(file);
    const pack = passes(stat) ? exports.packFrom(stat.size, (position, length) => read(file, position, length)) : null;
    if (pack !== null) return pack;
  } catch {
    /** Absent, unreadable or damaged: the chunks are read one by one, and compiled. */
  }
  if (file !== null) closeSync(file);
  return null;
}

/** The code that is kept of a build, for this Node. V8 itself compares its version and its flags with the code's. */
function codeFile(program, id) {
  const folder = cacheFolder();
  return folder === null ? null : join(folder, `${program}-${id}-${process.version}-${process.arch}.code`);
}

/** `PORTE_CACHE_DIR`, else the person's own cache folder; null where there is none. */
function cacheFolder() {
  const { PORTE_CACHE_DIR: asked, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (asked) return asked;
  if (process.platform === "win32") return local ? join(local, "porte", "cache") : null;
  if (xdg && isAbsolute(xdg)) return join(xdg, "porte");
  try {
    return join(require("node:os").homedir(), ".cache", "porte");
  } catch {
    return null;
  }
}

/** A chunk's text. One that is large and rarely loaded lies compressed. */
function textOf(path) {
  if (existsSync(path)) return readFileSync(path, "latin1");
  return require("node:zlib")
    .brotliDecompressSync(readFileSync(`${path}${COMPRESSED}`))
    .latin1Slice();
}

/** Whether a file or folder is this person's, and nobody else may write in it. Windows keeps a person's folders so itself. */
function isOwn({ uid, mode }) {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

function wrap(text) {
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
}

let room = null;

/** Reads into the same room again and again: a new one for each piece would be made of new pages of memory. */
function read(file, position, length) {
  if (room === null || room.length < length) room = Buffer.allocUnsafeSlow(Math.max(length, ROOM_BYTES));
  return room.subarray(0, readSync(file, room, 0, length, position));
}
