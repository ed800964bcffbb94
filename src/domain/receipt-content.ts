import { type Inflate, pdfFault, type ReceiptFault } from "./pdf-scan.ts";

/**
 * Looks into a receipt that is what its first bytes say: a PDF that is encrypted or active, an image that ends too soon.
 * @returns null for a receipt with no fault.
 */
export function receiptFault(bytes: Uint8Array, mediaType: string, inflate: Inflate): ReceiptFault | null {
  switch (mediaType) {
    case "application/pdf":
      return pdfFault(bytes, inflate);
    case "image/png":
      return pngFault(bytes);
    case "image/jpeg":
      return isJpegWhole(bytes) ? null : "damaged";
    case "image/webp":
      return bytes.length >= 30 && uint32le(bytes, 4) + 8 <= bytes.length + 1 ? null : "damaged";
    default:
      return null;
  }
}

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

const PNG_HEADER = 24;

/** A PNG says its width and height first, and ends with a chunk of its own. */
function pngFault(bytes: Uint8Array): ReceiptFault | null {
  if (bytes.length < PNG_HEADER) return "damaged";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSized = view.getUint32(16) > 0 && view.getUint32(20) > 0;
  const tail = latin1(bytes.subarray(-16));
  return isSized && tail.includes("IEND") ? null : "damaged";
}

/** A JPEG has a frame that says its size, and its end mark among its last bytes. */
function isJpegWhole(bytes: Uint8Array): boolean {
  let hasFrame = false;
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true;
    if (marker === 0xda) break;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  const tail = bytes.subarray(-64);
  return hasFrame && tail.some((byte, index) => byte === 0xff && tail[index + 1] === 0xd9);
}

function uint32le(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}
