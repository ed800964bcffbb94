// Writes what is generated in src/contract from its YAML files; with --check, fails when a committed file is stale.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";
import { bundleContract } from "./contract.mjs";
import { shapesOf } from "./contract-answers.mjs";
import { operationsModule } from "./contract-operations.mjs";

const bundled = bundleContract();
const contract = parse(bundled);
const ast = await openapiTS(bundled, { alphabetize: true });
const types = `// Written by \`npm run contract:types\` from openapi.yaml; change the contract instead.\n\n${astToString(ast)}`;
const files = { "types.ts": types, "answers.ts": shapesOf(contract), "operations.ts": operationsModule(contract) };

for (const [name, text] of Object.entries(files)) {
  const target = new URL(`../src/contract/${name}`, import.meta.url);
  if (!process.argv.includes("--check")) await writeFile(target, text);
  else if ((await readFile(target, "utf8").catch(() => "")) !== text) {
    console.error(`src/contract/${name} is stale: run \`npm run contract:types\` and commit the result.`);
    process.exitCode = 1;
  }
}
