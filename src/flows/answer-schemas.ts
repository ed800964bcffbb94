import { join } from "node:path";
import { textInside } from "../files/inside.ts";
import { readText } from "../store/read.ts";

/** The file of each program's answers, in the package. */
const FILES = { porte: "answers.json", "porte-company": "answers-company.json" } as const;

/** Reads the JSON Schema of what each command of a program answers, under the words that lead to it. */
export async function readSchemas(
  packageFolder: string,
  program: keyof typeof FILES,
): Promise<Readonly<Record<string, object>>> {
  const file = join(packageFolder, "templates", FILES[program]);
  return JSON.parse((await textInside(file)) ?? (await readText(file)));
}
