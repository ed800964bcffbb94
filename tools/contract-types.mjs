// Writes src/contract/types.ts and answers.ts from src/contract/openapi.yaml; with --check, fails when a committed file is stale.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";
import { shapesOf } from "./contract-answers.mjs";

const source = new URL("../src/contract/openapi.yaml", import.meta.url);

const ast = await openapiTS(source, { alphabetize: true });
const types = `// Written by \`npm run contract:types\` from openapi.yaml; change that file instead.\n\n${astToString(ast)}`;
const answers = shapesOf(parse(await readFile(source, "utf8")));

for (const [name, text] of Object.entries({ "types.ts": types, "answers.ts": answers })) {
  const target = new URL(`../src/contract/${name}`, import.meta.url);
  if (!process.argv.includes("--check")) await writeFile(target, text);
  else if ((await readFile(target, "utf8").catch(() => "")) !== text) {
    console.error(`src/contract/${name} is stale: run \`npm run contract:types\` and commit the result.`);
    process.exitCode = 1;
  }
}
