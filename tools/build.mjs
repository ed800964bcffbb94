// Builds both programs into dist/, then the prepared database that a new company starts from; nothing where dist/ is current.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
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
  /** unpdf asks where it lies only to find another library than its own. */
  transform: { define: { "import.meta": "{}" } },
  output: {
    dir: "dist/cli",
    format: "cjs",
    dynamicImportInCjs: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
    minify: true,
  },
};

/** Libraries of many files, which start faster from one. */
/** Those of a bucket too: they are needed where there is one, and by nobody else. */
const OF_MANY_FILES = [
  "@aws-crypto/",
  "@aws-sdk/",
  "@aws/",
  "@fastify/",
  "@seriousme/",
  "fastify",
  "flydrive",
  "kysely",
  "oidc-provider",
  "@smithy/",
  "uuid",
];

/** The server: its own code bundled, most of its libraries left where npm put them. */
const server = {
  input: { main: "src/server/main.ts", prepare: "src/server/db/prepare.ts" },
  platform: "node",
  external: [...builtins, new RegExp(`^(?!${OF_MANY_FILES.join("|")})[^./\0]`)],
  plugins: [leftOut],
  output: { dir: "dist/server", format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
};

const stamp = new URL("../dist/build.stamp", import.meta.url);
const wanted = await hashOfSources();

if (process.argv.includes("--force") || (await readFile(stamp, "utf8").catch(() => "")) !== wanted) {
  await rm(stamp, { force: true });
  for (const program of [cli, server]) {
    await rm(program.output.dir, { recursive: true, force: true });
    await build(program);
  }
  await writeFile(new URL("../dist/contract.json", import.meta.url), JSON.stringify(await contract()));
  packChunks();
  await import("./prepare-database.mjs");
  await writeFile(stamp, wanted);
}

/** Runs the commands that people start most, in a process of its own because they write where they like. */
function packChunks() {
  const tool = fileURLToPath(new URL("code-cache.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** The contract, checked against the OpenAPI specification and with every reference resolved: the server reads it as it is. */
async function contract() {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(
    await readFile(new URL("../src/contract/openapi.yaml", import.meta.url), "utf8"),
  );
  if (!valid) throw new Error(`src/contract/openapi.yaml: ${JSON.stringify(errors, null, 2)}`);
  return validator.resolveRefs();
}

/** What the build is made from: the sources, the tools, what is installed, and the Node whose code is kept. */
async function hashOfSources() {
  const root = new URL("../", import.meta.url);
  const listed = await Promise.all(
    ["src", "tools", "bin"].map((folder) => readdir(new URL(folder, root), { recursive: true, withFileTypes: true })),
  );
  const files = listed.flat().filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const hash = createHash("sha256").update(process.version);
  for (const path of [...paths, fileURLToPath(new URL("package-lock.json", root))])
    hash.update(path).update(await readFile(path));
  return hash.digest("hex");
}
