import { type AnswerName, readAs } from "../../client/answer.ts";
import { type Line, sendAndRead } from "../../client/http.ts";
import type { Schemas } from "../deps.ts";
import type { Unanswered } from "./unanswered.ts";

/** A company, as one person of its staff reaches it from this machine. */
export interface Office {
  readonly line: Line;
  /** What this machine keeps for that person and company. */
  readonly folder: string;
  readonly unanswered: Unanswered;
  /** Told where an answer is that of an earlier command, with the moment of it. */
  readonly answeredBefore: (at: string) => void;
}

/** How a request is asked, beyond its words. */
export interface Asking {
  /** The version that was seen, for what changes it. */
  readonly ifMatch?: string;
  /** What was typed of the body, where the clock says the rest. */
  readonly typed?: object;
  /** What belongs to what is sent and is not sent itself; kept with it until it is answered. */
  readonly secret?: string;
  /** Whether the answer may come before the work is done. */
  readonly isAsync?: boolean;
  /** Told what was sent, and its secret: where an earlier command was not answered, what that one had sent. */
  readonly sent?: (body: object | undefined, secret: string | undefined) => void;
}

/** Tries of one request, and pauses between them, as the client makes them. */
const TRIES = 3;
const PAUSES_MS = 12_000;

/**
 * Has the company do something once, by a key that is kept until it is answered, and reads the answer as what the contract says.
 * @throws {PorteError} what `sendAndRead` throws, and `file.busy` while another command does the same.
 */
export async function act<Name extends AnswerName>(
  office: Office,
  name: Name,
  path: string,
  body: object | undefined,
  { ifMatch, typed, secret, sent, isAsync = false }: Asking = {},
): Promise<Schemas[Name]> {
  const { line, unanswered } = office;
  const waitMs = line.timeoutMs * TRIES + PAUSES_MS;
  const asked = { method: "POST", path, body, typed, secret, ifMatch: ifMatch ?? null } as const;
  return unanswered.send(asked, waitMs, async (sending) => {
    const request = {
      method: "POST",
      path,
      ...(sending.body === undefined ? {} : { json: sending.body }),
      headers: {
        ...(sending.ifMatch === null ? {} : { "if-match": sending.ifMatch }),
        ...(isAsync ? { prefer: "respond-async" } : {}),
      },
      idempotencyKey: sending.key,
    } as const;
    const { value, isReplayed } = await sendAndRead(line, request, (answer) => ({
      value: readAs(name, answer),
      isReplayed: answer.headers.get("idempotency-replayed") === "true",
    }));
    sent?.(sending.body, sending.secret);
    if (sending.before !== null && isReplayed) office.answeredBefore(sending.before);
    return value;
  });
}
