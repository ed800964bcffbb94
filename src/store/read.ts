import { readdirSync, readFileSync } from "node:fs";
import { misfit, type Shape, type Shapes } from "../domain/shape.ts";
import { PorteError } from "../errors.ts";

/** Reads a text file that somebody named. @throws {PorteError} `file.unreadable`. */
export async function readText(file: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause);
  });
}

/** Reads the bytes of a file that somebody named. @throws {PorteError} `file.unreadable`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const { readFile } = await import("node:fs/promises");
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(file, cause);
  });
}

function unreadable(file: string, cause: NodeJS.ErrnoException): PorteError<"file.unreadable"> {
  return new PorteError("file.unreadable", { file, reason: cause.code ?? cause.message }, { cause });
}

/** Lists the names in a folder of ours; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Reads a JSON file of ours, or null where there is none. Small files are read at once: Node's promises of files cost every
 * command more time to load than to read them all.
 * @throws {PorteError} `file.damaged` for what is not as it must be, `file.unreadable`; the file is left alone.
 */
export async function readJsonFile<Value>(file: string, shape: Shape, named: Shapes = {}): Promise<Value | null> {
  const text = textOf(file);
  return text === null ? null : (checked(parsed(text, file), file, shape, named) as Value);
}

/** Looks at a JSON file of ours that a library reads. @throws {PorteError} what `readJsonFile` throws. */
export function assertJsonFile(file: string, shape: Shape): void {
  const text = textOf(file);
  if (text !== null) checked(parsed(text, file), file, shape, {});
}

/**
 * Reads a JSON file of ours that says by `schema` which version of porte wrote it, each version with its own shape.
 * @throws {PorteError} what `readJsonFile` throws; `file.newer` for a file of a later porte.
 */
export async function readVersioned<Value>(file: string, shapes: readonly Shape[]): Promise<Value | null> {
  const text = textOf(file);
  if (text === null) return null;
  const value = parsed(text, file);
  const { schema } = checked(
    value,
    file,
    { fields: { schema: { kind: "whole", least: 1, most: MOST_SCHEMA } } },
    {},
  ) as {
    schema: number;
  };
  const shape = shapes[schema - 1];
  if (shape === undefined) throw new PorteError("file.newer", { file });
  return checked(value, file, shape, {}) as Value;
}

const MOST_SCHEMA = 1_000_000;

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PorteError("file.damaged", { file }, { cause });
  }
}

function checked(value: unknown, file: string, shape: Shape, named: Shapes): unknown {
  const at = misfit(shape, value, named);
  if (at !== null) throw new PorteError("file.damaged", { file }, { cause: new Error(`at ${at}`) });
  return value;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const failure = cause as NodeJS.ErrnoException;
    if (failure.code === "ENOENT") return null;
    throw unreadable(file, failure);
  }
}
