import type { ReceiptFault } from "./pdf-scan.ts";

/**
 * Looks whether a picture is whole, which is what its first bytes say. What stands behind its end is no fault: telephones write there when it
 * was taken, or the second that it moves.
 * @returns null for a picture with no fault, and for what is none.
 */
export function pictureFault(bytes: Uint8Array, mediaType: string): ReceiptFault | null {
  const isWhole = WHOLE[mediaType];
  return isWhole === undefined || isWhole(bytes) ? null : "damaged";
}

const WHOLE: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  "image/png": isPngWhole,
  "image/jpeg": isJpegWhole,
  "image/webp": isWebpWhole,
};

const PNG_MARK = 8;
/** Of a chunk: its length and its name before what it holds, its sum behind. */
const CHUNK = 12;
const PNG_HEADER = 24;

/** A PNG says its width and height first, then has one chunk behind another up to one that ends it. */
function isPngWhole(bytes: Uint8Array): boolean {
  if (bytes.length < PNG_HEADER) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16) === 0 || view.getUint32(20) === 0) return false;
  for (let at = PNG_MARK; at + CHUNK <= bytes.length; at += CHUNK + view.getUint32(at))
    if (latin1(bytes.subarray(at + 4, at + 8)) === "IEND") return true;
  return false;
}

const [START_OF_SCAN, END_OF_IMAGE] = [0xda, 0xd9];
/** Marks that begin no segment. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Marks of a frame, which says the size; three of the row are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A JPEG has a frame that says its size, then one scan or some, then its end. A smaller picture within a segment does not count. */
function isJpegWhole(bytes: Uint8Array): boolean {
  let hasFrame = false;
  for (let at = nextMarker(bytes, 2); at < bytes.length; at = nextMarker(bytes, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END_OF_IMAGE) return hasFrame;
    if (isFrame(marker)) hasFrame = true;
    if (marker === START_OF_SCAN && !hasFrame) return false;
    at += isAlone(marker) ? 2 : segmentLength(bytes, at);
  }
  return false;
}

/** With its mark; its own length counts the two bytes that say it. */
function segmentLength(bytes: Uint8Array, at: number): number {
  return 2 + Math.max(2, ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0));
}

/** Where the next mark is: within a scan, a byte that looks like one has a zero behind it. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) return at;
  return bytes.length;
}

/** A WebP says its length first. An odd one has a byte behind it, which some leave out. */
function isWebpWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 30 && view.getUint32(4, true) + 8 <= bytes.length + 1;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
