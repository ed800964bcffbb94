import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { misfit, type Shape, type Shapes } from "../domain/shape.ts";
import { type Failures, PorteError } from "../errors.ts";

/** Reads a text file that somebody named. @throws {PorteError} `file.unreadable`. */
export async function readText(file: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause);
  });
}

function unreadable(file: string, cause: NodeJS.ErrnoException): PorteError<"file.unreadable"> {
  return new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
}

/** Lists the names in a folder of ours; none where there is no such folder. @throws {PorteError} `file.unreadable`. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if (isAbsent(folder, cause)) return [];
    throw unreadable(folder, cause as NodeJS.ErrnoException);
  }
}

/**
 * Reads a JSON file of ours, or null where there is none.
 * @throws {PorteError} what `readKept` throws.
 */
export async function readJsonFile<Value>(file: string, shape: Shape, named: Shapes = {}): Promise<Value | null> {
  return readKept(file, [shape], named);
}

/** Reads a JSON file of ours that several versions of porte wrote. @throws {PorteError} what `readKept` throws. */
export async function readVersioned<Value>(file: string, shapes: readonly Shape[]): Promise<Value | null> {
  return readKept(file, shapes);
}

/**
 * Reads a JSON file of ours, or null where there is none. Files are small and read at once: Node's promises of files cost
 * every command more time to load than to read them all.
 * @param shapes what each version of porte wrote, the first one first; a file that says none by `schema` is of the first.
 * @throws {PorteError} `file.damaged` for what is not as it must be, `file.newer` for a file of a later porte: the file is left
 * alone, and a copy of it is kept beside it, because what is done next may well be to remove it. `file.unreadable`.
 */
export function readKept<Value>(file: string, shapes: readonly Shape[], named: Shapes = {}): Value | null {
  const bytes = bytesOf(file);
  if (bytes === null) return null;
  const damaged = (fault: Fault, at = "") =>
    new PorteError("file.damaged", { file, fault, at, copy: copied(file, bytes) });
  const fault = faultOf(bytes);
  if (fault !== null) throw damaged(fault);
  const value = parsed(bytes.toString("utf8"));
  if (value === undefined) throw damaged("json");
  const schema = schemaOf(value);
  if (schema > shapes.length) throw new PorteError("file.newer", { file, copy: copied(file, bytes) });
  const shape = shapes[schema - 1];
  const at = shape === undefined ? "schema" : misfit(shape, value, named);
  if (at !== null) throw damaged("shape", at);
  return value as Value;
}

/** Tells of a file whose part, though of the right kind, cannot be what it stands for; a copy of the file is kept beside it. */
export function damagedAt(file: string, at: string): PorteError<"file.damaged"> {
  const bytes = bytesOf(file);
  return new PorteError("file.damaged", {
    file,
    fault: "shape",
    at,
    copy: bytes === null ? null : copied(file, bytes),
  });
}

type Fault = Failures["file.damaged"]["fault"];

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function faultOf(bytes: Buffer): Fault | null {
  if (bytes.length === 0 || bytes[0] === 0) return "empty";
  if (bytes.subarray(0, MARK.length).equals(MARK)) return "mark";
  return isUtf8(bytes) ? null : "bytes";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The version that wrote a file; 0 for one that says none in a way that can be read. */
function schemaOf(value: unknown): number {
  const { schema = 1 } = (value ?? {}) as { schema?: unknown };
  return Number.isSafeInteger(schema) ? (schema as number) : 0;
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (isAbsent(file, cause)) return null;
    throw unreadable(file, cause as NodeJS.ErrnoException);
  }
}

/**
 * Says whether there is no such file: none by its name, none because a file stands where its folder would, or none of ours
 * because it would lie in the folder of somebody else, who lets nobody in (`HOME` is root's for a program that is not).
 */
function isAbsent(file: string, cause: unknown): boolean {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return true;
  return code === "EACCES" && isOfAnother(dirname(file));
}

function isOfAnother(folder: string): boolean {
  try {
    return statSync(folder).uid !== userInfo().uid;
  } catch {
    return folder !== dirname(folder) && isOfAnother(dirname(folder));
  }
}

const MAX_COPIES = 100;

/** Keeps a copy of a file beside it, once for each content; null where it cannot. */
function copied(file: string, bytes: Buffer): string | null {
  for (let number = 1; number <= MAX_COPIES; number += 1) {
    const copy = `${file}.${number}.bak`;
    try {
      writeFileSync(copy, bytes, { flag: "wx", mode: 0o600, flush: true });
      return copy;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "EEXIST") return null;
      if (bytesOf(copy)?.equals(bytes) === true) return copy;
    }
  }
  return null;
}
