// The tables of commands as the programs have them, read without running either: what is made from them at build (manual pages,
// schemas) takes them from here.

import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const ENTRY = "\0command-table";
const LOADS = /load: \(\) => import\("(\.[^"]+)"\)/g;

/** What runs a command is not bundled: its file is named instead. */
const namedLoads = {
  name: "command-table",
  resolveId: (id) => (id === ENTRY ? ENTRY : null),
  load: (id) =>
    id === ENTRY
      ? `export { COMMANDS, describe, HOME } from ${quoted("src/commands/list.ts")};
         export { GLOBALS } from ${quoted("src/cli/globals.ts")};
         export { COMPANY_COMMANDS } from ${quoted("src/commands/company/commands.ts")};
         export { catalogueOf } from ${quoted("src/i18n/catalogue.ts")};`
      : null,
  transform: (code, id) =>
    code.replace(LOADS, (_load, file) => `load: { file: ${JSON.stringify(resolve(dirname(id), file))} }`),
};

function quoted(file) {
  return JSON.stringify(join(ROOT, file));
}

/**
 * Reads both tables. @returns each program's commands, whole; `load.file` is the source that runs a command; what
 * `porte` alone does, the options that every command takes, and the catalogue of a language.
 */
export async function commandTable() {
  const { output } = await build({
    input: ENTRY,
    platform: "node",
    plugins: [namedLoads],
    write: false,
    output: { format: "cjs", dynamicImportInCjs: false, codeSplitting: false },
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", output[0].code)(module, module.exports, createRequire(import.meta.url));
  const { COMMANDS, describe, HOME, GLOBALS, COMPANY_COMMANDS, catalogueOf } = module.exports;
  const porte = await Promise.all(COMMANDS.map(describe));
  return { porte, "porte-company": COMPANY_COMMANDS, home: HOME, globals: GLOBALS, catalogueOf };
}

/** Every command that runs something, with the words that lead to it. */
export function leavesOf(commands, before = []) {
  return commands.flatMap((spec) => {
    const words = [...before, spec.name];
    return [...(spec.load === null ? [] : [{ path: words.join(" "), spec }]), ...leavesOf(spec.commands, words)];
  });
}
