import { MOST_LAW_BYTES, topOf, wrong } from "../domain/law/place.ts";
import { readPlain } from "../files/plain.ts";
import { LEGISLATION, type Legislation } from "../payroll/legislation.ts";

/** Reads the law that payroll pays by: the release's rows, and those of the files. @throws {PorteError} `law.file`, `file.unreadable`. */
export async function companyLaw(files: readonly string[]): Promise<Legislation> {
  if (files.length === 0) return LEGISLATION;
  const { inOrder, readLaws } = await import("../payroll/law-rows.ts");
  return readLaws(inOrder(files.map((file) => ({ file, text: textOf(file) })))).law;
}

function textOf(file: string): string {
  const tooLarge = (bytes: number) => wrong(topOf(file), bytes, "size", [String(MOST_LAW_BYTES)]);
  return readPlain(file, MOST_LAW_BYTES, tooLarge).toString("utf8");
}
