import { fstatSync, writeSync } from "node:fs";
import type { WriteStream } from "node:tty";
import { PorteError } from "../errors.ts";
import { printable } from "../i18n/printable.ts";
import { wrapLines } from "../view/wrap.ts";

type Name = "stdout" | "stderr";

/** The open files that words go to. */
export type Descriptors = Readonly<Record<Name, number>>;

/** Those of a process. */
export const DESCRIPTORS: Descriptors = { stdout: 1, stderr: 2 };

let descriptors = DESCRIPTORS;

/** Has all words go to these, from the first on. */
export function writeTo(given: Descriptors): void {
  descriptors = given;
}

/**
 * Gives a terminal's stream, or null where the words go to a file or another program. Node's stream is not opened where it is
 * plain that no terminal is there: opening it takes longer than all that a short command has to say.
 */
export function terminal(name: Name): WriteStream | null {
  return isDevice(name) && process[name].isTTY ? process[name] : null;
}

const devices = new Map<Name, boolean>();

function isDevice(name: Name): boolean {
  const known = devices.get(name);
  if (known !== undefined) return known;
  const found = fstatSync(descriptors[name]).isCharacterDevice();
  devices.set(name, found);
  return found;
}

const closed = new Set<Name>();

/** Says whether nobody reads any more what is written there. */
export function isClosed(name: Name): boolean {
  return closed.has(name);
}

/**
 * Writes words: whatever they hold of companies, files, banks and calendars, a terminal only shows it, and its sentences end their lines at
 * words. @throws what `writeData` throws.
 */
export function write(name: Name, text: string): void {
  const shown = printable(text);
  const width = terminal(name)?.columns;
  writeData(name, width === undefined || width === 0 ? shown : wrapLines(shown, width));
}

/**
 * Writes JSON that `jsonText` made, whole before it returns. Where nobody reads any more, nothing is said, and the run still ends with
 * its own exit code.
 * @throws {PorteError} `file.unwritable` for an answer that cannot be kept where it is sent, on a disk that is full.
 */
export function writeData(name: Name, text: string): void {
  const stream = terminal(name);
  if (stream !== null) stream.write(text);
  else if (!closed.has(name)) writeAll(name, Buffer.from(text));
}

function writeAll(name: Name, bytes: Buffer): void {
  for (let start = 0; start < bytes.length; ) {
    try {
      start += writeSync(descriptors[name], bytes, start);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code === "EPIPE" || (code !== "EAGAIN" && name === "stderr")) return void closed.add(name);
      if (code !== "EAGAIN")
        throw new PorteError("file.unwritable", { file: name, reason: code ?? "" }, { cause: failure });
      waitALittle();
    }
  }
}

/** Waits until what was written to a terminal is there. */
export async function written(): Promise<void> {
  for (const name of devices.keys()) {
    const stream = terminal(name);
    if (stream !== null) await new Promise<void>((resolve) => stream.write("", () => resolve()));
  }
}

const PAUSE_MS = 5;

/** The reader is slow and asked not to be waited for: it is, all the same. */
function waitALittle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
