import { join, resolve } from "node:path";
import { writeWhole } from "../../store/files.ts";
import { readText } from "../../store/read.ts";

/** Reads a template of the package. */
export function packageText(packageFolder: string, name: string): Promise<string> {
  return readText(join(packageFolder, "templates", name));
}

/** Saves a text where somebody asked for it: whole, or not at all. @throws {PorteError} `file.unwritable`. */
export async function saveText(file: string, text: string): Promise<string> {
  const target = resolve(file);
  await writeWhole(target, text);
  return target;
}
