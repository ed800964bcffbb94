import type { Shape } from "./shape.ts";

const PLAIN: Readonly<Record<Extract<Shape, string>, object>> = {
  text: { type: "string" },
  number: { type: "number" },
  whole: { type: "integer" },
  truth: { type: "boolean" },
  day: { type: "string", format: "date" },
  month: { type: "string", pattern: "^\\d{4}-\\d{2}$" },
  instant: { type: "string", format: "date-time" },
  clock: { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" },
  address: { type: "string", format: "uri" },
  null: { type: "null" },
  anything: {},
};

/** Describes a shape as JSON Schema (2020-12). A shape that is named elsewhere is left open. */
export function schemaOf(shape: Shape): object {
  if (typeof shape === "string") return PLAIN[shape];
  if ("kind" in shape) return { ...PLAIN[shape.kind], minimum: shape.least, maximum: shape.most };
  if ("words" in shape) return { enum: shape.words };
  if ("named" in shape) return {};
  if ("list" in shape) return { type: "array", items: schemaOf(shape.list) };
  if ("each" in shape) return { type: "object", additionalProperties: schemaOf(shape.each) };
  if ("either" in shape) return { anyOf: shape.either.map(schemaOf) };
  const fields = Object.entries(shape.fields).map(([name, part]) => [name.replace(/\?$/, ""), schemaOf(part)] as const);
  const required = Object.keys(shape.fields).filter((name) => !name.endsWith("?"));
  return { type: "object", properties: Object.fromEntries(fields), ...(required.length === 0 ? {} : { required }) };
}
