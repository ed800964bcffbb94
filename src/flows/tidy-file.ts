import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Month } from "../domain/calendar.ts";
import type { Session } from "./session.ts";

/** A file that somebody names, or true where porte is to name it. */
export type NamedFile = string | true;

/** What a file that porte names holds: in one word of its reader, with its end without a dot. */
interface Kind {
  readonly word: string;
  readonly end: "pdf" | "csv";
}

/**
 * Gives the file to write: the one that was named, or a tidy name with the month and whose it is, which is no file of the folder yet.
 * @param folder where porte names it: the folder of the run.
 * @throws {PorteError} what reading the person throws.
 */
export async function fileToWrite(
  { reader }: Pick<Session, "reader">,
  named: NamedFile,
  { month, word, end }: Kind & { readonly month: Month },
  folder = ".",
): Promise<string> {
  if (named !== true) return resolve(folder, named);
  const stem = tidy(`${word}-${month}-${(await reader.me()).name}`);
  for (let count = 1; ; count += 1) {
    const file = resolve(folder, `${stem}${count === 1 ? "" : `-${count}`}.${end}`);
    if (!existsSync(file)) return file;
  }
}

/** A name that every file system takes: small letters without accents, figures and hyphens. */
export function tidy(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
