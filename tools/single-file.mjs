// Makes `porte` one file for this machine's kind: this Node, with the program inside (Node's "single executable application").
// Its path is the last line printed. What it may not find in a folder is inside: the chunks, the worker, the templates.
import { spawnSync } from "node:child_process";
import { chmod, copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "postject";
import { build } from "rolldown";
import { librariesOf } from "./bundled.mjs";
import { noticesOf } from "./notices.mjs";
import { packOf } from "./pack-chunks.mjs";
import { PACKAGES } from "./packages.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = join(ROOT, "dist", "single-file");
const PROGRAM = join(FOLDER, "porte");
/** What Node looks for in its own file. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** The files that `porte` reads of its own package. */
const TEMPLATES = PACKAGES.porte.files.filter((name) =>
  /^templates\/(report\.eta|answers\.json|completion\/)/.test(name),
);

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
await bundled(join(ROOT, "bin", "single-file.js"), "main.cjs");
await bundled(join(ROOT, "src", "files", "worker.ts"), "worker.cjs");
await writeFile(join(FOLDER, "cli.pack"), packOf(join(ROOT, "dist", "cli")));
const settings = {
  main: join(FOLDER, "main.cjs"),
  output: join(FOLDER, "program.blob"),
  disableExperimentalSEAWarning: true,
  assets: {
    "cli.pack": join(FOLDER, "cli.pack"),
    "dist/files/worker.cjs": join(FOLDER, "worker.cjs"),
    ...Object.fromEntries(TEMPLATES.map((name) => [name, join(ROOT, name)])),
  },
};
await writeFile(join(FOLDER, "settings.json"), JSON.stringify(settings));
const words = ["--experimental-sea-config", join(FOLDER, "settings.json")];
const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
if (status !== 0) throw new Error(stderr);
await copyFile(process.execPath, PROGRAM);
await chmod(PROGRAM, 0o755);
await inject(PROGRAM, "NODE_SEA_BLOB", await readFile(settings.output), { sentinelFuse: FUSE });
const node = `It holds Node.js ${process.version}, whose licence and notices are at https://github.com/nodejs/node/blob/${process.version}/LICENSE`;
await writeFile(
  join(FOLDER, "THIRD-PARTY-NOTICES.txt"),
  `${node}\n\n${noticesOf(librariesOf(["cli", "files"]).inside)}`,
);
for (const name of ["main.cjs", "worker.cjs", "cli.pack", "settings.json", "program.blob"])
  await rm(join(FOLDER, name), { force: true });
console.log(`porte on Node ${process.version}: ${((await stat(PROGRAM)).size / 1e6).toFixed(0)} MB`);
console.log(PROGRAM);

/** One file, with what it loads later inside. */
async function bundled(input, name) {
  await build({
    input,
    platform: "node",
    checks: { eval: false },
    transform: { define: { "import.meta": "{}" } },
    output: {
      file: join(FOLDER, name),
      format: "cjs",
      dynamicImportInCjs: false,
      codeSplitting: false,
      minify: true,
    },
  });
}
