import { isAbsolute } from "node:path";

/**
 * Gives a file of the package where the package is one single file, which holds it under its path from the root; null elsewhere.
 * A single-file program has no folder: its package folder is "", so that the paths of its files are relative.
 * @throws where the program does not hold it.
 */
export async function textInside(file: string): Promise<string | null> {
  if (isAbsolute(file)) return null;
  const { getAsset } = await import("node:sea");
  return getAsset(file.replaceAll("\\", "/"), "utf8");
}
