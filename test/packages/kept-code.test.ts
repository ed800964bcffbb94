import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { newHome } from "../parts/programs.ts";

interface Pack {
  names(): readonly string[];
  piece(name: string): Buffer | undefined;
}

interface Chunks {
  inFolder(folder: string): object;
  packFrom(bytes: number, read: (position: number, length: number) => Buffer): Pack | null;
  open(bundle: object, program?: string): { load(name: string): { say(): string }; keep(): void };
}

const { packChunks }: { packChunks(folder: string): void } = await import(
  new URL("../../tools/pack-chunks.mjs", import.meta.url).href
);
const { inFolder, open, packFrom }: Chunks = createRequire(import.meta.url)("../../bin/chunks.js");

const home = mkdtempSync(join(tmpdir(), "porte-code-"));
const before = process.env.PORTE_CACHE_DIR;
let folder = "";
let cache = "";

/** Two chunks: one loads the other. Texts of two bundles have the same length. */
function bundleThatSays(word: string): string {
  const made = mkdtempSync(join(home, "bundle-"));
  writeFileSync(join(made, "main.cjs"), `exports.say = () => require("./word.cjs").word() + "é";`);
  writeFileSync(join(made, "word.cjs"), `exports.word = () => "${word}";`);
  packChunks(made);
  return made;
}

function said(from = folder): string {
  const { load, keep } = open(inFolder(from), "cli");
  const answer = load("main.cjs").say();
  keep();
  return answer;
}

/** The same bundle in another folder: V8 would remember a text and its file, and look at no code. */
function elsewhere(): string {
  const copy = mkdtempSync(join(home, "copy-"));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** What is read of a pack's bytes: nothing where they are not whole. */
function piecesOf(bytes: Buffer): Buffer[] {
  try {
    const pack = packFrom(bytes.length, (position, length) => bytes.subarray(position, position + length));
    return pack === null ? [] : pack.names().flatMap((name) => pack.piece(name) ?? []);
  } catch {
    return [];
  }
}

function flipped(bytes: Buffer, place: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(place) ^ 0x21, place);
  return damaged;
}

function kept(): string[] {
  return existsSync(cache) ? readdirSync(cache) : [];
}

function keptFile(): string {
  const [name = ""] = kept();
  return join(cache, name);
}

/** Whether the next start compiles nothing: it then writes nothing. */
function isUsed(): boolean {
  const { ino } = statSync(keptFile());
  said();
  return statSync(keptFile()).ino === ino;
}

beforeEach(() => {
  folder = bundleThatSays("one");
  cache = join(mkdtempSync(join(home, "cache-")), "deep", "porte");
  process.env.PORTE_CACHE_DIR = cache;
});
afterAll(() => {
  if (before === undefined) delete process.env.PORTE_CACHE_DIR;
  else process.env.PORTE_CACHE_DIR = before;
  rmSync(home, { recursive: true, force: true });
});

describe("the code that V8 compiled", () => {
  test("is kept by the first start, for this person alone, and used by the second", () => {
    expect(said()).toBe("oneé");
    expect(kept()).toEqual([
      expect.stringMatching(new RegExp(`^cli-[0-9a-f]{16}-${process.version}-${process.arch}\\.code$`)),
    ]);
    expect([statSync(cache).mode & 0o777, statSync(keptFile()).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(isUsed()).toBe(true);
  });

  test("of another build is another file", () => {
    said();
    expect(said(bundleThatSays("two"))).toBe("twoé");
    expect(kept()).toHaveLength(2);
  });

  test("grows with what other commands load", () => {
    const { load, keep } = open(inFolder(folder), "cli");
    load("word.cjs");
    keep();
    const { size } = statSync(keptFile());
    said();
    expect(statSync(keptFile()).size).toBeGreaterThan(size);
    expect(isUsed()).toBe(true);
  });

  test.each([
    ["the code", () => keptFile()],
    ["the texts", () => join(folder, "chunks.pack")],
  ])("%s: a byte that has changed, anywhere, is seen, and so is an end that is missing", (_name, fileOf) => {
    said();
    const whole = readFileSync(fileOf());
    const first = piecesOf(whole);
    expect(first).toHaveLength(2);
    const isWrong = (piece: Buffer) => !first.some((right) => right.equals(piece));
    const unseen: number[] = [];
    for (let place = 0; place < whole.length; place += 1)
      if ([flipped(whole, place), whole.subarray(0, place)].flatMap(piecesOf).some(isWrong)) unseen.push(place);
    expect(unseen).toEqual([]);
    for (let place = 0; place < whole.length; place += 331) {
      writeFileSync(fileOf(), flipped(whole, place));
      expect(said(elsewhere()), `byte ${place}`).toBe("oneé");
    }
    for (const filled of [Buffer.alloc(0), Buffer.alloc(whole.length), Buffer.alloc(whole.length, 0xff)]) {
      writeFileSync(fileOf(), filled);
      expect(said(elsewhere())).toBe("oneé");
    }
    rmSync(fileOf());
    expect(said(elsewhere())).toBe("oneé");
  });
});

describe("code that somebody else could have written is not run", () => {
  /** Code of another text of the same length, which V8 would take for this one's. */
  function poisoned(): void {
    said();
    const honest = keptFile();
    const other = bundleThatSays("two");
    said(other);
    const [theirs = ""] = kept().filter((name) => join(cache, name) !== honest);
    renameSync(join(cache, theirs), honest);
  }

  function linked(file: string): void {
    renameSync(file, join(cache, "..", "elsewhere"));
    symlinkSync(join(cache, "..", "elsewhere"), file);
  }

  test("(where only this person writes, it would be)", () => {
    poisoned();
    expect(said(elsewhere())).toBe("twoé");
  });

  test.each([
    ["a folder that all write", () => chmodSync(cache, 0o777)],
    ["a folder that a group writes", () => chmodSync(cache, 0o770)],
    ["a file that all write", () => chmodSync(keptFile(), 0o666)],
    ["a file that a group writes", () => chmodSync(keptFile(), 0o660)],
    ["a link", () => linked(keptFile())],
  ])("%s", (_name, change) => {
    poisoned();
    change();
    expect(said(elsewhere())).toBe("oneé");
  });

  test.skipIf(process.geteuid?.() !== 0)("a folder or a file of another", () => {
    poisoned();
    chownSync(keptFile(), 65534, 65534);
    expect(said(elsewhere())).toBe("oneé");
    chownSync(cache, 65534, 65534);
    expect(said(elsewhere())).toBe("oneé");
  });
});

describe("where nothing can be kept, nothing is said", () => {
  test("the folder is a file, or lies in one", () => {
    mkdirSync(join(cache, ".."), { recursive: true });
    writeFileSync(cache, "");
    expect(said()).toBe("oneé");
    process.env.PORTE_CACHE_DIR = join(cache, "under");
    expect(said()).toBe("oneé");
  });

  test.skipIf(process.geteuid?.() !== 0)("an administrator leaves no folder in somebody's home", () => {
    const theirs = join(cache, "..");
    mkdirSync(theirs, { recursive: true });
    chownSync(theirs, 65534, 65534);
    expect(said()).toBe("oneé");
    expect(existsSync(cache)).toBe(false);
  });
});

test("the program answers the same with its code damaged, and with a Node whose flags refuse it", async () => {
  const porte = newHome();
  const env = { PORTE_CACHE_DIR: cache };
  const words = ["simulate", "--gross", "3000", "--date", "2026-11"];
  const first = await porte.runProcess(words, { env });
  const whole = readFileSync(keptFile());
  for (const place of [0, 4, 2_000, whole.length / 4, whole.length / 2 + 9, whole.length - 1].map(Math.floor)) {
    writeFileSync(keptFile(), flipped(whole, place));
    expect(await porte.runProcess(words, { env })).toEqual(first);
  }
  expect(await porte.runProcess(words, { env: { ...env, NODE_OPTIONS: "--interpreted-frames-native-stack" } })).toEqual(
    first,
  );
  expect(first.code).toBe(0);
  porte.remove();
});
