import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Layout } from "../../papers/sheet.ts";

/** Reads the layout of a document among the company's templates. */
export async function layoutIn(templates: string, name: string): Promise<Layout> {
  return JSON.parse(await readFile(join(templates, name), "utf8"));
}
