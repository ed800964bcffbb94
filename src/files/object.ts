import { PorteError } from "../errors.ts";
import { readPlain } from "./plain.ts";

/** A page of settings: more is another file. */
const MAX_BYTES = 100_000;

/** Reads a file of one JSON object. @throws {PorteError} `file.unreadable` for what is none. */
export function readObject(file: string): object {
  const text = readPlain(file, MAX_BYTES).toString("utf8");
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw new SyntaxError("{ … }");
  } catch (cause) {
    throw new PorteError("file.unreadable", { file, reason: (cause as Error).message }, { cause });
  }
}
