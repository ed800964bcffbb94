// Writes what the answers of the contract must be, as the programs check them: `shapesOf` gives the text of src/contract/answers.ts.
import { operationsOf } from "./contract.mjs";

/** What a day or a time is, the programs know: a pattern lets the 31st of February pass. */
const CALENDAR = { Day: "day", Month: "month", Instant: "instant" };
const CLOCK = /^\^\(\[01\]/;

/** The text of a module with the shape of every answer and of all that they name. */
export function shapesOf(contract) {
  const { schemas } = contract.components;
  const answers = new Set(
    operationsOf(contract)
      .flatMap(({ responses }) => Object.entries(responses))
      .flatMap(([status, { content }]) =>
        status.startsWith("2") && content?.["application/json"] !== undefined
          ? [nameIn(content["application/json"].schema)]
          : [],
      ),
  );
  const shapes = {};
  /** One that is plain is written where it is used. */
  const add = (name) => {
    shapes[name] ??= shapeOf(schemas[name], add);
    return shapes[name];
  };
  for (const name of [...answers, "Problem"].sort()) add(name);
  const named = Object.entries(shapes).filter(([, shape]) => typeof shape !== "string");
  const lines = named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, shape]) => `  ${name}: ${literal(shape)},`);
  return `// Written by \`npm run contract:types\` from openapi.yaml; change the contract instead.

/** The version of the contract that these are of. */
export const CONTRACT_VERSION = ${JSON.stringify(contract.info.version)};

/** What each answer of a company must be, and what it may add. */
export const ANSWERS = {
${lines.join("\n")}
} as const;
`;
}

function nameIn({ $ref }) {
  if ($ref === undefined) throw new Error("an answer has a schema without a name");
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

function shapeOf(schema, add) {
  if (schema.$ref !== undefined) return referred(nameIn(schema), add);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return eitherOf(choices.map((choice) => shapeOf(choice, add)));
  if (schema.allOf !== undefined) return shapeOf(schema.allOf[0], add);
  if (Array.isArray(schema.type)) return eitherOf(schema.type.map((type) => shapeOf({ ...schema, type }, add)));
  if (schema.type === "array") return { list: shapeOf(schema.items, add) };
  return schema.type === "object" && schema.properties !== undefined
    ? { fields: fieldsOf(schema, add) }
    : plain(schema);
}

function referred(name, add) {
  if (CALENDAR[name] !== undefined) return CALENDAR[name];
  const shape = add(name);
  return typeof shape === "string" ? shape : { named: name };
}

function fieldsOf({ properties, required = [] }, add) {
  const named = Object.entries(properties).map(([name, schema]) => [
    required.includes(name) ? name : `${name}?`,
    shapeOf(schema, add),
  ]);
  return Object.fromEntries(named);
}

/** Null comes first, so that what is told of a fault is told of the other choice. */
function eitherOf(shapes) {
  return { either: shapes.toSorted((a, b) => Number(b === "null") - Number(a === "null")) };
}

function plain({ type, pattern = "", minimum, maximum }) {
  if (type === "string") return CLOCK.test(pattern) ? "clock" : "text";
  if (type === "boolean") return "truth";
  if (type === "null") return "null";
  if (type !== "integer" && type !== "number") return "anything";
  const kind = type === "integer" ? "whole" : "number";
  if (minimum === undefined && maximum === undefined) return kind;
  return { kind, least: minimum ?? -Number.MAX_SAFE_INTEGER, most: maximum ?? Number.MAX_SAFE_INTEGER };
}

function literal(shape) {
  return JSON.stringify(shape).replace(/"(\w+)":/g, "$1:");
}
