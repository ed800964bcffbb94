import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { isDay } from "../../src/domain/calendar.ts";

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Contract {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { operationId: string; responses: Record<string, unknown> }>>>
  >;
}

const FILE = new URL("../../dist/openapi.yaml", import.meta.url);
const METHODS = ["get", "put", "post", "delete", "patch"];
const contract: Contract & { $id?: string } = parse(readFileSync(FILE, "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
/** A day that exists. */
ajv.addFormat("date", isDay);
ajv.addSchema({ ...contract, $id: "contract" });

/** Every operation of the contract, by its name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method): [string, Operation] => {
      const { operationId: id, responses } = item[method] as {
        operationId: string;
        responses: Record<string, unknown>;
      };
      return [id, { id, method: method.toUpperCase(), path, responses }];
    }),
  ),
);

/** An answer, and what the contract finds wrong with it; an empty list is an answer as it was promised. */
export interface Checked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: never;
  readonly faults: readonly string[];
}

export interface Call {
  readonly token?: string | null;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Calls an operation of a real server and checks its answer by the contract's own schemas. */
export async function call(
  url: string,
  id: string,
  { token = null, path = {}, query = "", headers = {}, json, form, bytes }: Call = {},
): Promise<Checked> {
  const operation = OPERATIONS.get(id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  const target = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => path[name] ?? "");
  const body = json === undefined ? (bytes ?? form) : JSON.stringify(json);
  const answer = await fetch(`${url}/v1${target}${query}`, {
    method: operation.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...(bytes === undefined ? {} : { "content-type": "application/octet-stream" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const content = /json$/.test(type) ? await answer.json() : new Uint8Array(await answer.arrayBuffer());
  const name = operation.responses[String(answer.status)] === undefined ? "default" : String(answer.status);
  return {
    status: answer.status,
    headers: answer.headers,
    body: content as never,
    faults: faultsOf(operation, name, type, content),
  };
}

function faultsOf({ path, method, responses }: Operation, name: string, type: string, content: unknown): string[] {
  const response = resolved(responses[name]);
  const { content: types = {} } = response as { content?: Record<string, { schema?: unknown }> };
  if (types[type] === undefined) return [`${method} ${path} ${name}: ${type} is not in the contract`];
  if (!/json$/.test(type)) return [];
  const schema = types[type].schema as { $ref?: string };
  const validate = ajv.compile(schema.$ref === undefined ? absolute(schema) : { $ref: `contract${schema.$ref}` });
  return validate(content) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function resolved(node: unknown): unknown {
  const { $ref } = (node ?? {}) as { $ref?: string };
  if ($ref === undefined) return node;
  return $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], contract);
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/'));
}
