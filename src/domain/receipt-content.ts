/** What is wrong with a file that looks like a receipt: it cannot be read, or it does more than be read. */
export type ReceiptFault = "encrypted" | "active" | "damaged";

/** What a PDF that acts by itself, or carries other files, has among its names. */
const ACTIVE = ["/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/SubmitForm", "/ImportData"];
/** The same in names so short that a picture holds them by chance: they are looked for outside of what is compressed. */
const ACTIVE_SHORT = ["/JS", "/XFA"];

/** Inflates what a PDF compressed, up to a size. @throws for anything else, and past that size. */
export type Inflate = (bytes: Uint8Array, mostBytes: number) => Uint8Array;

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
const hasName = (text: string, name: string) => new RegExp(`${name}(?![A-Za-z0-9])`).test(text);
/** A name may be written with its letters as numbers: `/J#61vaScript`. */
const unescaped = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function pdfFault(bytes: Uint8Array, inflate: Inflate): ReceiptFault | null {
  const text = latin1(bytes);
  const hidden = hiddenObjects(bytes, text, inflate);
  if (hidden === null) return "damaged";
  const named = unescaped(`${text}\n${hidden}`);
  if (hasName(named, "/Encrypt")) return "encrypted";
  if (ACTIVE.some((name) => hasName(named, name))) return "active";
  const plain = unescaped(`${text.replace(/>>\s*stream\r?\n[\s\S]*?endstream/g, " ")}\n${hidden}`);
  if (ACTIVE_SHORT.some((name) => hasName(plain, name))) return "active";
  return text.includes("%%EOF") ? null : "damaged";
}

const MOST_HIDDEN_BYTES = 32 * 1024 * 1024;

/** The objects that a PDF keeps compressed, as text; null where they cannot be read as every writer writes them. */
function hiddenObjects(bytes: Uint8Array, text: string, inflate: Inflate): string | null {
  const found: string[] = [];
  let left = MOST_HIDDEN_BYTES;
  for (const { index } of text.matchAll(/\/ObjStm(?![A-Za-z0-9])/g)) {
    const word = text.indexOf("stream", index);
    const end = text.indexOf("endstream", word + 1);
    const start = text.startsWith("\r\n", word + 6) ? word + 8 : word + 7;
    const head = text.slice(text.lastIndexOf(" obj", index), word);
    if (word < 0 || end < 0 || /\/Predictor(?![A-Za-z0-9])/.test(head)) return null;
    if (!head.includes("/Filter")) continue;
    try {
      const objects = inflate(bytes.subarray(start, end), left);
      left -= objects.length;
      found.push(latin1(objects));
    } catch {
      return null;
    }
  }
  return found.join("\n");
}

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
