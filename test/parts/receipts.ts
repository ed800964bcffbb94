import { createHash, randomUUID } from "node:crypto";
import { pdfOf } from "./pdf.ts";

const MEGABYTE = 1024 * 1024;

/** A PDF that no parser reads soon: it begins an object in each of its lines, and ends none. */
export function slowPdf(megabytes: number): Buffer {
  return Buffer.concat([
    Buffer.from("%PDF-1.4\n"),
    Buffer.alloc(megabytes * MEGABYTE, "1 0 obj (\n"),
    Buffer.from("\n%%EOF\n"),
  ]);
}

/** A receipt of a little more than a size, whose letters are a seed's. */
export function receiptOf(seed: string, bytes: number): Buffer {
  const letters = createHash("sha256").update(seed).digest("hex");
  return pdfOf(Buffer.alloc(bytes, letters));
}

/** Sends a receipt as one file, and gives the answer. */
export async function upload(url: string, token: string, bytes: Uint8Array): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([Uint8Array.from(bytes)], { type: "application/pdf" }), "receipt.pdf");
  return fetch(`${url}/v1/receipts`, { method: "POST", headers: writing(token), body: form });
}

const TRIES = 20;

/** Sends a receipt that is taken, again where the company says that it is busy, and gives its number. */
export async function sent(url: string, token: string, bytes: Uint8Array): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await upload(url, token, bytes);
    const { id, code } = (await answer.json()) as { id?: string; code?: string };
    if (id !== undefined) return id;
    if (answer.status !== 503 || attempt === TRIES)
      throw new Error(`the receipt was refused: ${answer.status} ${code}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Reads a receipt back. */
export function download(url: string, token: string, id: string): Promise<Response> {
  return fetch(`${url}/v1/receipts/${id}/content`, { headers: { authorization: `Bearer ${token}` } });
}

function writing(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, "idempotency-key": randomUUID() };
}
