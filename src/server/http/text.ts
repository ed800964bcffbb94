import type { FastifyRequest } from "fastify";
import { isPlainText } from "../../domain/plain-text.ts";
import { PorteError } from "../../errors.ts";

/** A place of a request and what is wrong there. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** Nothing that the contract describes lies deeper than six. */
const DEEPEST = 32;

/** A pointer is for reading: a name that is longer than any of the contract's is cut. */
const LONGEST_NAME = 64;

/** What no database keeps as text: NUL, and half of a surrogate pair. */
const UNWRITABLE = /\0|\p{Surrogate}/u;

/** Says what is wrong with a text; null where nothing is. */
type TextRule = (text: string) => string | null;

/** A text can be kept. */
const kept: TextRule = (text) => (UNWRITABLE.test(text) ? "holds a character that is none" : null);

/** A text can be kept, and reads as it is kept: it may come to stand in a contract, in evidence, on a payslip. */
const seen: TextRule = (text) => kept(text) ?? (isPlainText(text) ? null : "holds a character that is not seen");

/** Finds the first text of a value that breaks a rule, or the place where it is nested too deep; null where all is well. */
function textFault(value: unknown, pointer: string, rule: TextRule = kept, depth = 0): Fault | null {
  if (typeof value === "string") {
    const message = rule(value);
    return message === null ? null : { pointer, message };
  }
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  if (depth >= DEEPEST) return { pointer, message: "is nested too deep" };
  for (const [name, inner] of Object.entries(value)) {
    if (UNWRITABLE.test(name)) return { pointer, message: "has a name with a character that is none" };
    const fault = textFault(inner, `${pointer}/${escaped(name)}`, rule, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** A name as a step of a JSON Pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.slice(0, LONGEST_NAME).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Finds a field of a query or a form that is given more than once. */
function repeatedFault(fields: unknown, pointer: string): Fault | null {
  const repeated = Object.entries(fields ?? {}).find(([, value]) => Array.isArray(value));
  return repeated === undefined
    ? null
    : { pointer: `${pointer}/${escaped(repeated[0])}`, message: "is given more than once" };
}

/** @throws {PorteError} `company.invalid` for a text that could not be kept. */
export function assertText(value: unknown, pointer: string): void {
  refuse(textFault(value, pointer));
}

/**
 * Checks every text of a request, whatever its schema says: no NUL, no half of a surrogate pair, nothing too deep, no field twice
 * in the query; and in its body nothing that is not seen or turns what is read. @throws {PorteError} `company.invalid`.
 */
export async function assertTexts({ query, params, body }: FastifyRequest): Promise<void> {
  refuse(textFault(params, "/params") ?? queryFault(query) ?? textFault(body, "/body", seen));
}

/**
 * Checks the fields of a page's form, each given once; what is not seen is told on the page itself. What stands in the path of a page is a name that is found or is not: one that
 * was made up looks as any other. @throws {PorteError} `company.invalid`.
 */
export async function assertForm({ query, body }: FastifyRequest): Promise<void> {
  refuse(queryFault(query) ?? textFault(body, "/body") ?? repeatedFault(body, "/body"));
}

function queryFault(query: unknown): Fault | null {
  return textFault(query, "/querystring") ?? repeatedFault(query, "/querystring");
}

function refuse(fault: Fault | null): void {
  if (fault !== null) throw new PorteError("company.invalid", { errors: [fault] });
}
