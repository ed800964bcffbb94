import { join, resolve } from "node:path";
import { textInside } from "../../files/inside.ts";
import { writeWhole } from "../../store/files.ts";
import { readText } from "../../store/read.ts";

/** Reads a template of the package. */
export async function packageText(packageFolder: string, name: string): Promise<string> {
  const file = join(packageFolder, "templates", name);
  return (await textInside(file)) ?? readText(file);
}

/** Saves a text where somebody asked for it: whole, or not at all. @throws {PorteError} `file.unwritable`. */
export async function saveText(file: string, text: string): Promise<string> {
  const target = resolve(file);
  await writeWhole(target, text);
  return target;
}
