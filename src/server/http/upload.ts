import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { RECEIPT_MOST_BYTES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import type { Upload } from "../receipts/commands.ts";
import { assertText } from "./text.ts";

const LONGEST_NAME = 200;

/**
 * Reads the one file of a receipt's form.
 * @throws {PorteError} `receipt.too_large`, and `company.invalid` for a form that is cut, broken or without the file.
 */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  try {
    return await fileOf(request);
  } catch (failure) {
    passOver(request.raw);
    throw failure;
  }
}

/** What is still read, and thrown away, of a form that was refused: its line then serves the next request. */
const PASSED_OVER_BYTES = 4 * 1024 * 1024;

function passOver(form: IncomingMessage): void {
  let left = PASSED_OVER_BYTES;
  form.unpipe();
  form.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) form.destroy();
  });
  form.resume();
}

async function fileOf(request: FastifyRequest): Promise<Upload> {
  const part = await request.file().catch((cause: Error) => {
    throw broken(cause);
  });
  if (part === undefined || part.fieldname !== "file") throw invalid("is required as multipart/form-data");
  assertText(part.filename, "/body/file");
  const name = part.filename.slice(0, LONGEST_NAME);
  const bytes = await part.toBuffer().catch((cause: Error & { code?: string }) => {
    if (cause.code !== "FST_REQ_FILE_TOO_LARGE") throw broken(cause);
    throw new PorteError(
      "receipt.too_large",
      { file: name, bytes: RECEIPT_MOST_BYTES + 1, most: RECEIPT_MOST_BYTES },
      { cause },
    );
  });
  return { name, bytes };
}

function broken(cause: Error): PorteError {
  return invalid("is not a whole form", cause);
}

function invalid(message: string, cause?: Error): PorteError {
  return new PorteError("company.invalid", { errors: [{ pointer: "/body/file", message }] }, { cause });
}
