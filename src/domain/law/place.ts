import { PorteError } from "../../errors.ts";

/** What a file of law should have held at a place. */
export type LawExpected = PorteError<"law.file">["facts"]["expected"];

/** A place inside a file of law: the file, and the way to a value in its JSON. */
export interface LawFile {
  readonly file: string;
  readonly path: string;
  at(step: string | number): LawFile;
}

/** The top of a file of law. */
export function topOf(file: string, path = ""): LawFile {
  return {
    file,
    path,
    at: (step) => topOf(file, typeof step === "number" ? `${path}[${step}]` : path === "" ? step : `${path}.${step}`),
  };
}

/** Longer than this, a text is no file of law: bytes. */
export const MOST_LAW_BYTES = 1_048_576;

const MOST_SHOWN = 60;

/** The failure of a file of law: where, what was there, and what should have been. */
export function wrong(
  { file, path }: LawFile,
  value: unknown,
  expected: LawExpected,
  known: readonly string[] = [],
): PorteError<"law.file"> {
  const shown = value === undefined ? "" : typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const short = shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}…` : shown;
  return new PorteError("law.file", { file, at: path.slice(0, 200), value: short, expected, known: [...known] });
}
