// Keeps the code of a run's chunks for the next one. Nothing of it is needed: what does not work is left, without a word.
const {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { cachedDataVersionTag } = require("node:v8");

/** What is larger is no longer a help to a start. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Code of builds and Nodes that nobody has started for so long. */
const OLD_MS = 90 * 24 * 60 * 60 * 1000;

exports.packed = packed;

/**
 * Writes the code of the chunks that ran, beside that of the chunks that were known, in one step.
 * `known` is what the file held, or null; `isOwn` says of a folder whether nobody else writes there.
 */
exports.keep = ({ file, known, scripts, isOwn }) => {
  try {
    const folder = dirname(file);
    if (!makes(folder) || !isOwn(statSync(folder))) return;
    const tag = cachedDataVersionTag();
    const pieces = new Map();
    if (known?.index.tag === tag) for (const name of known.names()) addTo(pieces, name, known.piece(name));
    for (const [name, script] of scripts) pieces.set(name, script.createCachedData());
    const bytes = packed({ tag }, pieces);
    if (bytes.length > MOST_BYTES) return;
    writeInOneStep(file, bytes);
    forgetOld(folder, basename(file).split("-")[0]);
  } catch {
    /** A full or read-only disk, a folder that is a file, another's folder. */
  }
};

/** Joins an index and its pieces into the bytes of a pack, each twice: bin/chunks.js says how they are read. */
function packed(facts, pieces) {
  const lines = [JSON.stringify(facts)];
  let place = 0;
  for (const [name, { length }] of pieces) {
    lines.push(`${name} ${place} ${length}`);
    place += 2 * length;
  }
  const index = Buffer.from(`${lines.join("\n")}\n`, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...pieces.values()].flatMap((one) => [one, one]));
}

/** A piece is read where others were. */
function addTo(pieces, name, code) {
  if (code !== undefined) pieces.set(name, Buffer.from(code));
}

/** Makes the folder, and says so. No home is made; an administrator who has somebody's HOME leaves nothing of his there. */
function makes(folder) {
  if (!existsSync(dirname(dirname(folder)))) return false;
  const above = nearest(folder);
  if (process.geteuid?.() === 0 && statSync(above).uid !== 0) return false;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return true;
}

function nearest(folder) {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined || dirname(folder) === folder) return folder;
  return nearest(dirname(folder));
}

function writeInOneStep(file, bytes) {
  const unfinished = `${file}.${process.pid}`;
  const opened = openSync(unfinished, "wx", 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(opened, bytes, written);
    renameSync(unfinished, file);
  } catch (failure) {
    rmSync(unfinished, { force: true });
    throw failure;
  } finally {
    closeSync(opened);
  }
}

/** Removes what this program left of old builds, and of writers that were killed. */
function forgetOld(folder, program) {
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith(`${program}-`) && name.includes(".code");
    const path = join(folder, name);
    if (isOurs && Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { force: true });
  }
}
