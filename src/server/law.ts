import { readFileSync, statSync } from "node:fs";
import { MOST_LAW_BYTES, topOf, wrong } from "../domain/law/place.ts";
import { PorteError } from "../errors.ts";
import { LEGISLATION, type Legislation } from "../payroll/legislation.ts";

/** Reads the law that payroll pays by: the release's rows, and those of the files. @throws {PorteError} `law.file`, `file.unreadable`. */
export async function companyLaw(files: readonly string[]): Promise<Legislation> {
  if (files.length === 0) return LEGISLATION;
  const { inOrder, readLaws } = await import("../payroll/law-rows.ts");
  return readLaws(inOrder(files.map((file) => ({ file, text: textOf(file) })))).law;
}

/** A pipe has no end to wait for, and a folder no text. */
function textOf(file: string): string {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new PorteError("file.unreadable", { file, reason: "not a plain file" });
    if (found.size > MOST_LAW_BYTES) throw wrong(topOf(file), found.size, "size", [String(MOST_LAW_BYTES)]);
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (cause instanceof PorteError) throw cause;
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new PorteError("file.unreadable", { file, reason }, { cause });
  }
}
