// Builds both programs into dist/, with the prepared database that a new company starts from; nothing where dist/ is current.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { build } from "rolldown";
import { parse } from "yaml";
import { BUNDLED, librariesIn, librariesOf } from "./bundled.mjs";
import { commandTable } from "./command-table.mjs";
import { bundleContract } from "./contract.mjs";
import { DEFERRED_INPUT, deferred } from "./deferred.mjs";
import { isLeftOut, leftOut } from "./left-out.mjs";
import { buildLibrary } from "./library.mjs";
import { writeManPages } from "./man-pages.mjs";
import { noticesOf } from "./notices.mjs";
import { packChunks } from "./pack-chunks.mjs";
import { WORD_INPUT, wordAreas } from "./word-areas.mjs";

/** Libraries that are no text alone, or find their own files beside them: they stay where npm put them. */
const LEFT_IN_PLACE = ["@electric-sql/pglite", "@napi-rs/keyring", "pdfkit", "pg", "pino"];
/** What is bundled all the same for whoever only types `porte`: it installs nothing beside. */
const BUNDLED_FOR_PORTE = ["pdfkit"];

/** One split CommonJS bundle for each program, its libraries inside, because it starts fastest so. What Tab asks starts apart, with less. */
const cli = bundle(
  "cli",
  { main: "src/cli/main.ts", complete: "src/cli/complete.ts", ...DEFERRED_INPUT, ...WORD_INPUT },
  { minify: true },
  [deferred, wordAreas],
  LEFT_IN_PLACE.filter((name) => !BUNDLED_FOR_PORTE.includes(name)),
);
/** Not minified: some of the server's libraries find their own names by eval, and an unexpected error tells its lines. */
const server = bundle("server", { main: "src/server/main.ts", prepare: "src/server/db/prepare.ts" });
/** What both have a file read by, in a thread of its own. */
const files = bundle("files", { worker: "src/files/worker.ts" }, { minify: true });

const stamp = new URL("../dist/build.stamp", import.meta.url);
const wanted = await hashOfSources();

if (process.argv.includes("--force") || (await readFile(stamp, "utf8").catch(() => "")) !== wanted) {
  await rm(stamp, { force: true });
  for (const program of [cli, server, files]) {
    await rm(program.output.dir, { recursive: true, force: true });
    const { output } = await build(program);
    await writeFile(join(program.output.dir, BUNDLED), JSON.stringify(librariesIn(output, LEFT_IN_PLACE)));
  }
  for (const { output } of [cli, server]) packChunks(output.dir);
  await rm("dist/library", { recursive: true, force: true });
  await writeFile(join("dist/library", BUNDLED), JSON.stringify(librariesIn(await buildLibrary(), LEFT_IN_PLACE)));
  await writeManPages(await commandTable());
  const whole = bundleContract();
  await writeFile(new URL("../dist/openapi.yaml", import.meta.url), whole);
  await writeFile(new URL("../dist/openapi.json", import.meta.url), JSON.stringify(parse(whole)));
  await writeFile(
    new URL("../dist/contract.json", import.meta.url),
    JSON.stringify(questionsOf(await resolved(whole))),
  );
  await import("./prepare-database.mjs");
  const { inside } = librariesOf(["cli", "files", "server", "library"]);
  await writeFile(new URL("../dist/THIRD-PARTY-NOTICES.txt", import.meta.url), noticesOf(inside));
  await writeFile(stamp, wanted);
}

function bundle(name, input, output = {}, plugins = [], leftInPlace = LEFT_IN_PLACE) {
  return {
    input,
    platform: "node",
    external: (id, importer) =>
      !isLeftOut(id, importer) && (leftInPlace.includes(id) || id.startsWith("node:") || builtinModules.includes(id)),
    plugins: [...plugins, leftOut],
    checks: { eval: false },
    /** Libraries ask where they lie only to find what is not needed here. */
    transform: { define: { "import.meta": "{}" } },
    output: {
      dir: `dist/${name}`,
      format: "cjs",
      dynamicImportInCjs: false,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name]-[hash].cjs",
      ...output,
    },
  };
}

/** The contract, checked against the OpenAPI specification and with every reference resolved: the server reads it as it is. */
async function resolved(whole) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(whole);
  if (!valid) throw new Error(`src/contract/openapi.yaml: ${JSON.stringify(errors, null, 2)}`);
  return validator.resolveRefs();
}

/** What the server checks of the contract: the questions, and who may ask. The tests check the answers, which are most of it. */
function questionsOf({ openapi, info, paths, components: { securitySchemes } }) {
  for (const path of Object.values(paths))
    for (const operation of Object.values(path)) if (operation.responses !== undefined) operation.responses = {};
  return { openapi, info, paths, components: { securitySchemes } };
}

/** What the build is made from: the sources, the tools, and what is installed. */
async function hashOfSources() {
  const root = new URL("../", import.meta.url);
  const listed = await Promise.all(
    ["src", "tools", "bin"].map((folder) => readdir(new URL(folder, root), { recursive: true, withFileTypes: true })),
  );
  const files = listed.flat().filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const hash = createHash("sha256");
  const own = ["package.json", "package-lock.json"].map((name) => fileURLToPath(new URL(name, root)));
  for (const path of [...paths, ...own]) hash.update(relative(fileURLToPath(root), path)).update(await readFile(path));
  return hash.digest("hex");
}
