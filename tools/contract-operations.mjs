// Writes how each operation of the contract is asked: `operationsModule` gives the text of src/contract/operations.ts.
import { operationsOf } from "./contract.mjs";

/** The text of a module with the method, the path and the JSON answers of every operation. */
export function operationsModule(contract) {
  const rows = operationsOf(contract)
    .toSorted((a, b) => (a.operationId < b.operationId ? -1 : 1))
    .map(({ operationId, method, path, responses }) => {
      const row = [method, path, ...answersOf(responses)];
      return `  ${operationId}: [${row.map((one) => JSON.stringify(one)).join(", ")}],`;
    });
  return `// Written by \`npm run contract:types\` from openapi.yaml; change the contract instead.

/**
 * Each operation of the contract: its method, its path, and the name of what it answers, null for a file; then of what it answers at
 * once to who does not wait.
 */
export const OPERATIONS = {
${rows.join("\n")}
} as const;
`;
}

/** The schema of what is answered once the work is done, and of what is answered before it is, where that may be asked for. */
function answersOf(responses) {
  const done = Object.keys(responses).filter((status) => status.startsWith("2"));
  return done.toSorted().map((status) => schemaOf(responses[status]));
}

function schemaOf({ content }) {
  const ref = content["application/json"]?.schema.$ref;
  return ref === undefined ? null : ref.slice(ref.lastIndexOf("/") + 1);
}
