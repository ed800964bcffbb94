import {
  type AnswerOf,
  type AsyncAnswerOf,
  type AsyncOperationId,
  type Called,
  call,
  callAsync,
  type Input,
  type InputArgument,
  type JsonOperationId,
  type OperationId,
  requestOf,
} from "../../client/call.ts";
import type { Connection } from "../../client/http.ts";
import { type ItemOf, type ListArgument, type ListOperationId, list } from "../../client/list.ts";
import type { Unanswered } from "./unanswered.ts";

/** A company, as one person of its staff reaches it from this machine. */
export interface Office {
  readonly connection: Connection;
  /** What this machine keeps for that person and company. */
  readonly folder: string;
  readonly unanswered: Unanswered;
  /** Told where an answer is that of an earlier command, with the moment of it. */
  readonly answeredBefore: (at: string) => void;
}

/** Reads what an operation answers. @throws {PorteError} what `call` throws. */
export async function read<Id extends JsonOperationId>(
  { connection }: Office,
  id: Id,
  ...input: InputArgument<Id>
): Promise<AnswerOf<Id>> {
  return (await call(connection, id, ...input)).value;
}

/** Reads a whole list, or its first items. @throws {PorteError} what `list` throws. */
export function readAll<Id extends ListOperationId>(
  { connection }: Office,
  id: Id,
  ...input: ListArgument<Id>
): Promise<ItemOf<Id>[]> {
  return list(connection, id, ...input);
}

/** How an act is kept until it is answered, beyond its words. */
export interface Asking {
  /** What was typed of the body, where the clock says the rest. */
  readonly typed?: object;
  /** What belongs to what is sent and is not sent itself; kept with it until it is answered. */
  readonly secret?: string;
  /** Told what was sent, and its secret: where an earlier command was not answered, what that one had sent. */
  readonly sent?: (body: object | undefined, secret: string | undefined) => void;
}

/** What an act says; its key is made and kept here. */
export type ActInput<Id extends OperationId> = Omit<Input<Id>, "idempotencyKey">;

/** Tries of one request, and pauses between them, as the client makes them. */
const TRIES = 3;
const PAUSES_MS = 12_000;

/**
 * Has the company do something once, by a key that is kept until it is answered.
 * @throws {PorteError} what `call` throws, and `file.busy` while another command does the same.
 */
export function act<Id extends JsonOperationId>(
  office: Office,
  id: Id,
  input: ActInput<Id>,
  asking: Asking = {},
): Promise<AnswerOf<Id>> {
  return sendOnce(office, id, { input, asking }, (...given) => call(office.connection, id, ...given));
}

/** Has the company begin something once, and does not wait for its end. @throws {PorteError} what `act` throws. */
export function actAsync<Id extends AsyncOperationId>(
  office: Office,
  id: Id,
  input: ActInput<Id>,
): Promise<AsyncAnswerOf<Id>> {
  return sendOnce(office, id, { input, asking: {} }, (...given) => callAsync(office.connection, id, ...given));
}

/** What was kept of an act is what this program kept: it is taken as the input that it was. */
async function sendOnce<Id extends OperationId, Value>(
  { connection, unanswered, answeredBefore }: Office,
  id: Id,
  { input, asking }: { readonly input: ActInput<Id>; readonly asking: Asking },
  send: (...given: InputArgument<Id>) => Promise<Called<Value>>,
): Promise<Value> {
  const { method, path, json: body } = requestOf(id, ...([input] as unknown as InputArgument<Id>));
  const { typed, secret, sent } = asking;
  const ifMatch = (input as { ifMatch?: string }).ifMatch ?? null;
  const waitMs = connection.timeoutMs * TRIES + PAUSES_MS;
  return unanswered.send({ method, path, body, typed, secret, ifMatch }, waitMs, async (sending) => {
    const given = {
      ...input,
      ...(sending.body === undefined ? {} : { body: sending.body }),
      ...(sending.ifMatch === null ? {} : { ifMatch: sending.ifMatch }),
      idempotencyKey: sending.key,
    };
    const { value, isReplayed } = await send(...([given] as unknown as InputArgument<Id>));
    sent?.(sending.body, sending.secret);
    if (sending.before !== null && isReplayed) answeredBefore(sending.before);
    return value;
  });
}
