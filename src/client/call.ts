import { OPERATIONS } from "../contract/operations.ts";
import type { components, operations } from "../contract/types.ts";
import { isFailure, PorteError } from "../errors.ts";
import { type Answer, type AnswerName, type FileKind, readAs } from "./answer.ts";
import { type Connection, type KeptAnswers, KNOWN, NOT_MODIFIED, type Request, sendAndRead } from "./http.ts";

/** An operation of the contract, by its name. */
export type OperationId = keyof typeof OPERATIONS;
type Row<Id extends OperationId> = (typeof OPERATIONS)[Id];
type Schemas = components["schemas"];

/** The operations that answer JSON, a file, and at once while the work goes on. */
export type JsonOperationId = Extract<WithAnswer<AnswerName>, OperationId>;
export type FileOperationId = WithAnswer<null>;
export type AsyncOperationId = { [Id in OperationId]: Row<Id> extends { 3: AnswerName } ? Id : never }[OperationId];
type WithAnswer<Name> = { [Id in OperationId]: Row<Id>[2] extends Name ? Id : never }[OperationId];

/** What an operation answers, and what it answers while the work goes on. */
export type AnswerOf<Id extends OperationId> = Schemas[Extract<Row<Id>[2], AnswerName>];
export type AsyncAnswerOf<Id extends AsyncOperationId> = Schemas[Extract<Row<Id>[3], AnswerName>];

/** The headers of a request, as they are named here and as they are sent. */
const HEADERS = {
  idempotencyKey: "Idempotency-Key",
  ifMatch: "If-Match",
  ifNoneMatch: "If-None-Match",
  prefer: "Prefer",
  uploadOffset: "Upload-Offset",
} as const;
type HeaderNames = { [Name in keyof typeof HEADERS as (typeof HEADERS)[Name]]: Name };

type Part<Id extends OperationId, Name extends "path" | "query" | "header"> = Exclude<
  operations[Id]["parameters"][Name],
  undefined
>;
type Optional<Value, Given, OrNot> = [Value] extends [never] ? unknown : object extends Value ? OrNot : Given;
type Content<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Kinds } } ? Kinds : never;

/** The query that an operation takes. */
export type QueryOf<Id extends OperationId> = Part<Id, "query">;
type Params<Id extends OperationId> = [Part<Id, "path">] extends [never]
  ? unknown
  : { readonly params: Part<Id, "path"> };
type Query<Id extends OperationId> = Optional<
  Part<Id, "query">,
  { readonly query: Part<Id, "query"> },
  { readonly query?: Part<Id, "query"> }
>;
type Headers<Id extends OperationId> = [Part<Id, "header">] extends [never]
  ? unknown
  : { readonly [Name in keyof Part<Id, "header"> as HeaderNames[Name & keyof HeaderNames]]: Part<Id, "header">[Name] };
type Body<Id extends OperationId> = [Content<Id>] extends [never]
  ? unknown
  : Content<Id> extends { "application/json": infer Json }
    ? { readonly body: Json }
    : Content<Id> extends { "application/octet-stream": unknown }
      ? { readonly bytes: Buffer }
      : { readonly form: () => Promise<object> };

/** What the contract has an operation be asked with: the parts of its path, its query, its headers by their names here, its body. */
export type Input<Id extends OperationId> = Params<Id> & Query<Id> & Headers<Id> & Body<Id> & Limits;
/** The same as an argument, which may be left out where nothing must be said. */
export type InputArgument<Id extends OperationId> = object extends Input<Id> ? [input?: Input<Id>] : [input: Input<Id>];

/** An answer, with its version, its size, and whether it is that of an earlier try with the same key. */
export interface Called<Value> {
  readonly value: Value;
  readonly etag: string | null;
  readonly bytes: number;
  readonly isReplayed: boolean;
}

interface Limits {
  /** What the answer may hold, once it is decoded. */
  readonly maxBytes?: number;
}

interface AnyInput extends Limits {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
  readonly bytes?: Buffer;
  readonly form?: () => Promise<object>;
}

/** Says how an operation is asked over HTTP. */
export function requestOf<Id extends OperationId>(id: Id, ...[input]: InputArgument<Id>): Request {
  const [method, template] = OPERATIONS[id];
  const { params = {}, query = {}, body, bytes, form, maxBytes: mostBytes } = (input ?? {}) as AnyInput;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(
    Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined),
  );
  const said = Object.entries((input ?? {}) as Readonly<Record<string, unknown>>);
  const { idempotencyKey, ...headers } = Object.fromEntries(
    said.filter(([name, value]) => name in HEADERS && value !== undefined),
  );
  return {
    method,
    path: search.size === 0 ? path : `${path}?${search}`,
    ...(body === undefined ? {} : { json: body }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(form === undefined ? {} : { form }),
    ...(mostBytes === undefined ? {} : { maxBytes: mostBytes }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        HEADERS[name as keyof typeof HEADERS].toLowerCase(),
        String(value),
      ]),
    ),
    ...(typeof idempotencyKey === "string" ? { idempotencyKey } : {}),
  };
}

/**
 * Asks a company for an operation of the contract, and reads its answer as what the contract says that it is.
 * @throws {PorteError} what `sendAndRead` throws; `server.answer` with the way to what is not as the contract says.
 */
export function call<Id extends JsonOperationId>(
  connection: Connection,
  id: Id,
  ...input: InputArgument<Id>
): Promise<Called<AnswerOf<Id>>> {
  return read(lineFor(connection, id), OPERATIONS[id][2] as AnswerName, requestOf(id, ...input)) as Promise<
    Called<AnswerOf<Id>>
  >;
}

/** Has a company begin something, and reads what it answers at once. @throws {PorteError} what `call` throws. */
export function callAsync<Id extends AsyncOperationId>(
  connection: Connection,
  id: Id,
  ...input: InputArgument<Id>
): Promise<Called<AsyncAnswerOf<Id>>> {
  const request = requestOf(id, ...input);
  const headers = { ...request.headers, prefer: "respond-async" };
  return read(lineFor(connection, id), OPERATIONS[id][3], { ...request, headers }) as Promise<
    Called<AsyncAnswerOf<Id>>
  >;
}

/** A receipt is 10 MB at most, and what is printed much less. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Asks a company for a file, as it is: what is packed may be cut short and not show it. @throws {PorteError} what `sendAndRead` and the reader throw. */
export function callFile<Id extends FileOperationId, Value>(
  connection: Connection,
  id: Id,
  { accept, read: readFile }: FileKind<Value>,
  ...input: InputArgument<Id>
): Promise<Value> {
  const request = requestOf(id, ...input);
  const headers = { ...request.headers, accept, "accept-encoding": "identity" };
  return sendAndRead(lineFor(connection, id), { maxBytes: MAX_FILE_BYTES, ...request, headers }, readFile);
}

/** Where no company is at the other end, the line is closed, and says for which operation. */
function lineFor(connection: Connection, operation: OperationId): Connection {
  return connection.isLocal === true
    ? { ...connection, away: new PorteError("local.no_other_end", { operation }) }
    : connection;
}

async function read<Name extends AnswerName>(
  connection: Connection,
  name: Name,
  request: Request,
): Promise<Called<Schemas[Name]>> {
  if (request.method !== "GET" || connection.answers === undefined) return readAnew(connection, name, request);
  const known = await knownAnswer(connection.answers, name, request.path);
  const asked = known === null ? request : { ...request, headers: { ...request.headers, [KNOWN]: known.etag } };
  const { called, body } = await sendAndRead(connection, asked, (answer) =>
    answer.status === NOT_MODIFIED && known !== null
      ? { called: known, body: null }
      : { called: calledOf(name, answer), body: answer.body },
  );
  if (body !== null && called.etag !== null) await connection.answers.keep(request.path, { etag: called.etag, body });
  return called;
}

function readAnew<Name extends AnswerName>(connection: Connection, name: Name, request: Request) {
  return sendAndRead(connection, request, (answer) => calledOf(name, answer));
}

function calledOf<Name extends AnswerName>(name: Name, answer: Answer): Called<Schemas[Name]> {
  return {
    value: readAs(name, answer),
    etag: answer.headers.get("etag"),
    bytes: answer.body.length,
    isReplayed: answer.headers.get("idempotency-replayed") === "true",
  };
}

/** What was answered before, where it is as this program's contract has it. */
async function knownAnswer<Name extends AnswerName>(
  answers: KeptAnswers,
  name: Name,
  path: string,
): Promise<(Called<Schemas[Name]> & { readonly etag: string }) | null> {
  const kept = await answers.find(path);
  if (kept === null) return null;
  const { etag, body } = kept;
  try {
    return { value: readAs(name, { url: "", body }), etag, bytes: body.length, isReplayed: false };
  } catch (failure) {
    if (isFailure(failure, "server.answer")) return null;
    throw failure;
  }
}
