import { type Described, pathOf, type Schema } from "./described.ts";

const SIMPLE: Readonly<Record<string, (schema: Schema) => unknown>> = {
  array: () => [],
  boolean: () => false,
  integer: ({ minimum }) => minimum ?? 0,
  number: ({ minimum }) => minimum ?? 0,
  string: ({ minLength }) => "x".repeat(Number(minLength ?? 1)),
};

/** The least that a schema takes: its constant, its first choice, its example, or the smallest of its kind. */
export function sampleOf(schema: Schema): unknown {
  const [chosen] = [schema.const, schema.enum, schema.examples].flat().filter((one) => one !== undefined);
  if (chosen !== undefined) return chosen;
  const [option] = [schema.oneOf ?? schema.allOf ?? []].flat() as Schema[];
  if (option !== undefined) return sampleOf(option);
  if (schema.properties !== undefined) return sampleObject(schema);
  return SIMPLE[[schema.type].flat()[0] ?? ""]?.(schema) ?? null;
}

/** What the company of the demonstration knows, where the contract gives no example. */
export const KNOWN: Readonly<Record<string, unknown>> = {
  porteEmail: "claire@porte.example",
  mission: "ACME",
  month: "2026-11",
};

function sampleObject({ properties = {}, required = [] }: Schema): object {
  const names = required as readonly string[];
  return Object.fromEntries(names.map((name) => [name, KNOWN[name] ?? sampleOf(properties[name] ?? {})]));
}

/** A request that an operation's schema takes, before anything of the company is known. */
export interface Sample {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const FORM =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\r\n--x--\r\n';

/** Makes a request of an operation that its schema takes. */
export function sampleRequest(
  operation: Described,
  { key, places = {} }: { key: string; places?: Readonly<Record<string, string>> },
): Sample {
  const { method, parameters, body } = operation;
  const required = parameters.filter((one) => one.in === "header" && one.required);
  const others = required.map(({ name, schema }): [string, string] => [
    name.toLowerCase(),
    name === "Upload-Offset" ? "0" : String(sampleOf(schema)),
  ]);
  const headers = { ...Object.fromEntries(others), "idempotency-key": key };
  const path = pathOf(operation, places);
  if (body === null) return { method, path, headers };
  const isForm = body.mediaType === "multipart/form-data";
  const type = isForm ? `${body.mediaType}; boundary=x` : body.mediaType;
  const json = body.mediaType === "application/json" ? JSON.stringify(sampleOf(body.schema)) : "piece";
  return { method, path, headers: { ...headers, "content-type": type }, body: isForm ? FORM : json };
}
