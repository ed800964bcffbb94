// The contract as one file: src/contract has a file for each of its areas, and redocly puts them together.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const METHODS = ["get", "put", "post", "delete", "patch"];

/** Puts the files of src/contract together. @returns the YAML text of the whole. @throws with what redocly says where it does not. */
export function bundleContract() {
  const folder = mkdtempSync(join(tmpdir(), "porte-contract-"));
  const output = join(folder, "openapi.yaml");
  try {
    const words = ["node_modules/@redocly/cli/bin/cli.js", "bundle", "portage", "--output", output];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
    if (status !== 0) throw new Error(`redocly bundle: ${stdout}${stderr}`);
    return readFileSync(output, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lists each operation of a contract with its method and path. */
export function operationsOf({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      method: method.toUpperCase(),
      path,
      ...item[method],
    })),
  );
}
