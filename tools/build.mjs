// Builds both programs into dist/, then the prepared database that a new company starts from.
import { rm } from "node:fs/promises";
import { builtinModules } from "node:module";
import { build } from "rolldown";
import { isLeftOut, leftOut } from "./left-out.mjs";

const builtins = [...builtinModules, /^node:/];

/** The command line: one split CommonJS bundle with its libraries inside, because it starts fastest so. */
const cli = {
  input: { main: "src/cli/main.ts" },
  platform: "node",
  external: (id, importer) =>
    !isLeftOut(id, importer) && (id === "@napi-rs/keyring" || id.startsWith("node:") || builtinModules.includes(id)),
  plugins: [leftOut],
  output: {
    dir: "dist/cli",
    format: "cjs",
    dynamicImportInCjs: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
    minify: true,
  },
};

/** The server: its own code bundled, its libraries left where npm put them. */
const server = {
  input: { main: "src/server/main.ts", prepare: "src/server/db/prepare.ts" },
  platform: "node",
  external: [...builtins, /^[^./]/],
  output: { dir: "dist/server", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
};

for (const program of [cli, server]) {
  await rm(program.output.dir, { recursive: true, force: true });
  await build(program);
}
await import("./code-cache.mjs");
await import("./prepare-database.mjs");
