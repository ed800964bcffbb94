import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A JSON Schema, as far as the tests read it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

/** An operation with everything that the contract says of what goes in, each reference followed. */
export interface Described {
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly tags: readonly string[];
  /** Whether it is the staff's. */
  readonly isStaffs: boolean;
  /** Whether anybody may call it. */
  readonly isPublic: boolean;
  /** The scopes of a token that open it. */
  readonly scopes: readonly string[];
  /** The staff roles that may call it; null where the contract names none. */
  readonly staff: readonly string[] | null;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly mediaType: string; readonly isRequired: boolean; readonly schema: Schema } | null;
}

const FILE = new URL("../../dist/openapi.yaml", import.meta.url);
const METHODS = ["get", "put", "post", "patch", "delete"];
const contract = parse(readFileSync(FILE, "utf8"));

/** Follows every reference; the contract has no schema that holds itself. */
function whole(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(whole);
  if (typeof node !== "object" || node === null) return node;
  const { $ref } = node as { $ref?: string };
  if ($ref !== undefined) {
    const steps = $ref.slice(2).split("/");
    return whole(steps.reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], contract));
  }
  return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, whole(inner)]));
}

interface Item {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly { readonly bearer: readonly string[] }[];
  readonly "x-staff"?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
}

const OPENED: Readonly<Record<string, readonly string[]>> = contract.components.securitySchemes.bearer["x-scopes"];

/** The scopes that open all of what is needed. */
function scopesFor(needed: readonly string[]): string[] {
  return Object.keys(OPENED).filter((scope) => needed.every((one) => OPENED[scope]?.includes(one)));
}

function described(path: string, method: string, shared: readonly Parameter[], item: Item): Described {
  const [mediaType = "", { schema = {} } = {}] = Object.entries(item.requestBody?.content ?? {})[0] ?? [];
  return {
    id: item.operationId,
    method: method.toUpperCase() as Described["method"],
    path,
    tags: item.tags,
    isStaffs: path.startsWith("/operator/"),
    isPublic: item.security.length === 0,
    scopes: item.security.flatMap(({ bearer }) => scopesFor(bearer)),
    staff: item["x-staff"] ?? null,
    parameters: [...shared, ...(item.parameters ?? [])],
    body: item.requestBody === undefined ? null : { mediaType, isRequired: item.requestBody.required === true, schema },
  };
}

/** Every operation of the contract. */
export const DESCRIBED: readonly Described[] = Object.entries(contract.paths).flatMap(([path, node]) => {
  const item = whole(node) as Record<string, Item> & { parameters?: readonly Parameter[] };
  return METHODS.flatMap((method) => {
    const found = item[method];
    return found === undefined ? [] : [described(path, method, item.parameters ?? [], found)];
  });
});

/** What stands in a path where nothing better is known. */
export const PLACES: Readonly<Record<string, string>> = { month: "2026-11", sha256: "ab".repeat(32) };

/** An operation's path with its parameters filled in. */
export function pathOf({ path }: Pick<Described, "path">, places: Readonly<Record<string, string>> = {}): string {
  return `/v1${path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => places[name] ?? PLACES[name] ?? "0")}`;
}
