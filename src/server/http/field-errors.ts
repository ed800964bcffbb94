import type { FastifySchemaValidationError } from "fastify/types/schema.js";
import { escaped, type Fault } from "./text.ts";

/** An answer tells no more faults than a person would mend at once; what is asked never makes what is answered. */
export const MAX_ERRORS = 50;

type Params = Readonly<Record<string, unknown>>;

/** What each rule of a schema asks for, in words. */
const WORDS: Readonly<Record<string, (params: Params) => string>> = {
  required: () => "is missing",
  additionalProperties: () => "is not known here",
  type: ({ type }) => `must be ${[type].flat().map(typeName).join(" or ")}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).map(String).join(", ")}`,
  const: ({ allowedValue }) => `must be ${String(allowedValue)}`,
  pattern: () => "is not written as the contract says",
  format: () => "is not a day that exists",
  minLength: ({ limit }) => `must have at least ${limit} characters`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  maxItems: ({ limit }) => `must have at most ${limit} items`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  multipleOf: ({ multipleOf }) => `must be a multiple of ${multipleOf}`,
  oneOf: () => "is none of what may stand here",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function typeName(type: unknown): string {
  return TYPES[String(type)] ?? String(type);
}

/** Words what a schema found in a part of a request, each with a pointer to its place. */
export function schemaFaults(found: readonly FastifySchemaValidationError[], part: string): Fault[] {
  return found.slice(0, MAX_ERRORS).map(({ instancePath, keyword, message, params }) => {
    const named = params.missingProperty ?? params.additionalProperty;
    const step = typeof named === "string" ? `/${escaped(named)}` : "";
    return {
      pointer: `/${part}${instancePath}${step}`,
      message: WORDS[keyword]?.(params) ?? message ?? "is not valid",
    };
  });
}
