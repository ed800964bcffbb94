import { randomUUID } from "node:crypto";
import type { components } from "../contract/types.ts";
import { plainLine } from "../domain/plain-text.ts";
import { isRefusal, PorteError } from "../errors.ts";
import { call } from "./call.ts";
import type { Connection } from "./http.ts";

type Schemas = components["schemas"];

/** A receipt as it is kept on this machine. */
export interface ReceiptToSend {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  /** The hash of its content, which the company checks. */
  readonly sha256: string;
}

/** What a company takes at once. */
export const PIECE_BYTES = 192 * 1024;
/** How often in a row the company may say that it awaits another piece, before that is believed to be a fault. */
const MAX_STARTS = 8;

/**
 * Sends a receipt piece by piece, from where the company has it: what an earlier try has sent is not sent again.
 * @throws {PorteError} what `ask` throws; `receipt.checksum` where the company never gets the whole.
 */
export async function uploadInPieces(
  connection: Connection,
  { name, sha256 }: ReceiptToSend,
  bytes: Buffer,
): Promise<Schemas["Receipt"]> {
  const params = { sha256 };
  for (let start = 1; start <= MAX_STARTS; start += 1) {
    const body = { name: plainLine(name).slice(0, 200), bytes: bytes.length };
    const { value } = await call(connection, "startReceiptUpload", { params, body, idempotencyKey: randomUUID() });
    const receipt = await sendRest(connection, params, bytes, value.received);
    if (receipt !== null) return receipt;
  }
  throw new PorteError("receipt.checksum", { file: name });
}

/** Sends what the company has not got; null where it awaits another piece than was thought, or has begun again. */
async function sendRest(
  connection: Connection,
  params: { readonly sha256: string },
  bytes: Buffer,
  from: number,
): Promise<Schemas["Receipt"] | null> {
  for (let offset = from; offset < bytes.length; ) {
    const piece = bytes.subarray(offset, offset + PIECE_BYTES);
    const input = { params, bytes: piece, uploadOffset: String(offset), idempotencyKey: randomUUID() };
    const upload = await call(connection, "continueReceiptUpload", input).then(
      ({ value }) => value,
      (failure: unknown) => {
        if (isOtherPlace(failure)) return null;
        throw failure;
      },
    );
    if (upload === null || upload.receipt !== null) return upload?.receipt ?? null;
    /** The whole was another file: the company has begun again. */
    if (upload.received <= offset) return null;
    offset = upload.received;
  }
  return null;
}

/** The company awaits another piece: one that was thought lost had arrived. */
function isOtherPlace(failure: unknown): boolean {
  return isRefusal(failure, "company.precondition");
}
