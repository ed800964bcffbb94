import { constants, inflateSync } from "node:zlib";
import type { PrintedLines } from "../domain/payslip-code.ts";
import { scanPdf } from "../domain/pdf-scan.ts";
import { inflate } from "./judge.ts";
import { linesOf } from "./page-lines.ts";
import { openPdf } from "./pdf.ts";

/** Why a file is not read as a payslip. */
export type PayslipFault = "not-pdf" | "encrypted" | "damaged" | "too-large";

/** What a payslip's file holds: what is attached to it, and what its pages print. */
export interface PayslipContent {
  readonly attachments: readonly Uint8Array[];
  readonly lines: PrintedLines;
}

/** What a file may hold once nothing in it is compressed: a few kilobytes can be made to fill a memory. */
const MAX_INFLATED = 32 * 1024 * 1024;
const MAX_PAGES = 4;

/** Reads what a payslip's PDF holds, or says why it is not read. One that opens without a password is read as without its encryption. */
export async function payslipContent(bytes: Uint8Array): Promise<PayslipContent | PayslipFault> {
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from("%PDF-"))) return "not-pdf";
  const plain = await plainOf(bytes);
  if (plain === null) return "encrypted";
  return sizeFault(plain) ?? (await contentOf(plain).catch(() => "damaged" as const));
}

async function plainOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!scanPdf(bytes, inflate).isEncrypted) return bytes;
  const { withoutOwnerPassword } = await import("./pdf-library.ts");
  return withoutOwnerPassword(bytes);
}

const TOKEN = /[\s\0]obj|endstream|stream\r?\n/g;

/** Looks through a file once, before the parser opens it: what its streams hold, all together, must not fill a memory. */
function sizeFault(bytes: Uint8Array): PayslipFault | null {
  const text = new TextDecoder("latin1").decode(bytes);
  let left = MAX_INFLATED;
  let headStart = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const head = text.slice(headStart, index);
    headStart = index;
    if (!token.startsWith("stream") || !head.includes("/Filter")) continue;
    /** One filter, and that one: layers of them hide their size. */
    if ((head.match(/Decode(?!Parms)/g) ?? []).length !== 1 || !head.includes("/FlateDecode")) return "damaged";
    const size = inflatedSize(bytes.subarray(index + token.length), left);
    if (size === null) return "too-large";
    left -= size;
  }
  return null;
}

/** How much a stream holds; null past a limit. What is no stream at all is left to who reads it. */
function inflatedSize(bytes: Uint8Array, max: number): number | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, max), finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? null : 0;
  }
}

async function contentOf(bytes: Uint8Array): Promise<PayslipContent> {
  const document = await openPdf(bytes);
  const attached: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  const lines: string[][] = [];
  for (let page = 1; page <= Math.min(document.numPages, MAX_PAGES); page += 1)
    lines.push(...(await linesOf(await document.getPage(page))));
  return { attachments: Object.values(attached).map(({ content }) => content), lines };
}
