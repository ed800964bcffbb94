import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const ROOMS = ["src", "test"];
/** What a company does is not a flow's: a changed program is never the company's own. */
const OTHERS = /^src\/server\//;
const IMPORT = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.ts)"/g;

/** Reads which of the project's files imports which: each file with the files that import it, by absolute paths. */
export function importersOf() {
  const importers = new Map();
  for (const room of ROOMS)
    for (const name of readdirSync(room, { recursive: true })) {
      const path = `${room}/${name}`;
      if (!path.endsWith(".ts") || OTHERS.test(path)) continue;
      for (const [, target] of readFileSync(path, "utf8").matchAll(IMPORT)) {
        const imported = resolve(dirname(path), target);
        importers.set(imported, [...(importers.get(imported) ?? []), resolve(path)]);
      }
    }
  return importers;
}

/** A file and all that import it, directly or through others. */
export function reachedFrom(file, importers) {
  const found = new Set([resolve(file)]);
  for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
  return found;
}
