// Packs the small chunks of a program in one file, and names the build by what all its chunks say. How a pack is read:
// bin/chunks.js.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { COMPRESSED, PACK, textOf, wrap } = require("../bin/chunks.js");
const { packed } = require("../bin/kept-code.js");
const { version } = require("../package.json");

/** Larger chunks are few: opening their own files takes no time beside reading them. */
const SMALL_BYTES = 128 * 1024;

/** What runs jq, draws or writes a PDF, sends or reads a mail and writes a workbook is large, and few commands ever load it: it is compressed. */
const RARE = /^(filter|es|pdfkit\.node|smtp|mail|read-mail|workbook)-[\w-]{8}\.cjs$/;

/**
 * Writes the pack of a bundle's folder, and compresses the files of what is large and rarely loaded, and of what is in the pack: they
 * are read where that is damaged.
 */
export function packChunks(folder) {
  const isPacked = (name, { length }) => length <= SMALL_BYTES && !RARE.test(name);
  writeFileSync(join(folder, PACK), packOf(folder, isPacked));
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".cjs")) continue;
    const path = join(folder, name);
    const bytes = readFileSync(path);
    if (!RARE.test(name) && !isPacked(name, bytes)) continue;
    writeFileSync(`${path}${COMPRESSED}`, brotliCompressSync(bytes));
    rmSync(path);
  }
}

/** Packs the chunks of a folder that are chosen by name and text. The same chunks give the same bytes. */
export function packOf(folder, isChosen = () => true) {
  const hash = createHash("sha256");
  const pieces = new Map();
  const names = readdirSync(folder).map((name) => name.replace(new RegExp(`\\${COMPRESSED}$`), ""));
  const texts = new Map();
  for (const name of names.sort()) {
    if (!name.endsWith(".cjs")) continue;
    const text = inPlainLetters(join(folder, name));
    hash.update(`${name}\0${text}\0`);
    texts.set(name, text);
  }
  for (const name of asLoaded(texts)) {
    const text = texts.get(name);
    if (isChosen(name, text)) pieces.set(name, Buffer.from(wrap(text), "latin1"));
  }
  return packed({ id: hash.digest("hex").slice(0, 16), version }, pieces);
}

const ASKED = /\brequire\(["'`]\.\/([\w.-]+\.cjs)["'`]\)/g;

/** Names chunks as they are loaded, each before what it asks for: what is read together lies together. */
function asLoaded(texts) {
  const names = new Set();
  const add = (name) => {
    if (names.has(name) || !texts.has(name)) return;
    names.add(name);
    for (const [, asked] of texts.get(name).matchAll(ASKED)) add(asked);
  };
  for (const name of ["main.cjs", ...texts.keys()]) add(name);
  return names;
}

/** Writes a chunk's accents and signs as escapes: V8 then keeps a byte for each letter, and reads it without decoding. */
function inPlainLetters(file) {
  if (!existsSync(file)) return textOf(file);
  const text = readFileSync(file, "utf8").replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(file, text);
  return text;
}
