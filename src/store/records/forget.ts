import { existsSync } from "node:fs";
import { join } from "node:path";
import { removeAll, whileLocked, writeWhole } from "../files.ts";
import { namesIn } from "../read.ts";
import { ANSWERS_FOLDER } from "./answers.ts";
import { copiesIn, linesOf, yearsIn } from "./lines.ts";
import { CHECKED, DOCUMENTS, SNAPSHOT, WRITING } from "./places.ts";

/**
 * Erases what companies said in a folder of records, and the files that came with it. What was said here stays, with its own files: it is
 * nowhere else.
 * @throws {PorteError} `file.unwritable`, `file.busy`, `file.unreadable`.
 */
export async function forgetCompanies(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await whileLocked(join(folder, WRITING), async () => {
    for (const name of [SNAPSHOT, CHECKED, ANSWERS_FOLDER]) removeAll(join(folder, name));
    const own = (await Promise.all(namesIn(folder).map((area) => ownLines(join(folder, area))))).flat().join("\n");
    for (const name of namesIn(join(folder, DOCUMENTS)))
      if (!own.includes(JSON.stringify(name))) removeAll(join(folder, DOCUMENTS, name));
  });
  for (const place of [...namesIn(folder).map((name) => join(folder, name)), folder])
    if (namesIn(place).length === 0) removeAll(place);
}

/** Leaves the lines that were said here in the files of an area, and gives them. */
async function ownLines(area: string): Promise<string[]> {
  const left: string[] = [];
  for (const name of [...yearsIn(area).map((year) => `${year}.jsonl`), ...copiesIn(area)]) {
    const file = join(area, name);
    const lines = linesOf(file).filter((line) => !isSaidByCompany(line));
    left.push(...lines);
    if (lines.length === 0) removeAll(file);
    else await writeWhole(file, `${lines.join("\n")}\n`);
  }
  return left;
}

/** Says whether a line, which may be damaged, is a company's. */
function isSaidByCompany(line: string): boolean {
  return line.includes('"source":"company"');
}
