// Writes how each operation of the contract is asked: `operationsModule` gives the text of src/contract/operations.ts.
import { operationsOf } from "./contract.mjs";

/** The text of a module with the method, the path and the JSON answers of every operation. */
export function operationsModule(contract) {
  const rows = operationsOf(contract)
    .toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1))
    .map(({ operationId, method, path, responses }) => {
      const row = [method, path, answerOf(responses)];
      return `  ${operationId}: [${row.map((one) => JSON.stringify(one)).join(", ")}],`;
    });
  return `// Written by \`npm run contract:types\` from openapi.yaml; change the contract instead.

/** Each operation of the contract: its method, its path, and the name of what it answers; null for a file. */
export const OPERATIONS = {
${rows.join("\n")}
} as const;
`;
}

/** The schema of what is answered where the work is done; 202 says that it is not. */
function answerOf(responses) {
  const done = Object.keys(responses).filter((status) => status.startsWith("2") && status !== "202");
  const { content } = responses[done[0] ?? "202"];
  const ref = content["application/json"]?.schema.$ref;
  return ref === undefined ? null : ref.slice(ref.lastIndexOf("/") + 1);
}
