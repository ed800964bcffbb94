// Builds what other programs import: the payroll and the client, each as one ES module with its types, in dist/library.
import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = join(ROOT, "dist", "library");

/** Builds the library. @returns what rolldown says of its chunks. @throws with what the compiler says where the types cannot be written. */
export async function buildLibrary() {
  const { output } = await build({
    input: { payroll: "src/library/payroll.ts", client: "src/library/client.ts" },
    platform: "node",
    external: (id) => id.startsWith("node:") || builtinModules.includes(id),
    output: { dir: FOLDER, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
  });
  await writeTypes();
  return output;
}

async function writeTypes() {
  const words = [join("node_modules", "typescript-7", "bin", "tsc"), "-p", join("tools", "library.tsconfig.json")];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`types of the library: ${stdout}${stderr}`);
  const folder = join(FOLDER, "types");
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
  await Promise.all(files.map((name) => nameAsPublished(join(folder, name))));
}

/** What is published stands beside its types as JavaScript, and is imported so. */
async function nameAsPublished(file) {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replaceAll(/(from |import\()"(\.[^"]*)\.ts"/g, '$1"$2.js"'));
}
