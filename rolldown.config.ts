import { builtinModules } from "node:module";
import { defineConfig } from "rolldown";

const builtins = [...builtinModules, /^node:/];

/** The command line: one split CommonJS bundle with its libraries inside, because it starts fastest so. */
const cli = defineConfig({
  input: { main: "src/cli/main.ts" },
  platform: "node",
  external: [...builtins, "@napi-rs/keyring"],
  output: {
    dir: "dist/cli",
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
    minify: true,
  },
});

/** The server: its own code bundled, its libraries left where npm put them. */
const server = defineConfig({
  input: { main: "src/server/main.ts", prepare: "src/server/db/prepare.ts" },
  platform: "node",
  external: [...builtins, /^[^./]/],
  output: { dir: "dist/server", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
});

export default [cli, server];
