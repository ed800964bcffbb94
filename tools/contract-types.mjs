// Writes src/contract/types.ts from src/contract/openapi.yaml; with --check, fails when the committed file is stale.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../src/contract/openapi.yaml", import.meta.url);
const target = new URL("../src/contract/types.ts", import.meta.url);

const ast = await openapiTS(source, { alphabetize: true });
const text = `// Written by \`npm run contract:types\` from openapi.yaml; change that file instead.\n\n${astToString(ast)}`;

if (process.argv.includes("--check")) {
  if ((await readFile(target, "utf8").catch(() => "")) !== text) {
    console.error("src/contract/types.ts is stale: run `npm run contract:types` and commit the result.");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
