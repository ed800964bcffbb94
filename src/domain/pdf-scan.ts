/** What is wrong with a file that looks like a receipt: it cannot be read, or it does more than be read. */
export type ReceiptFault = "encrypted" | "active" | "damaged";

/** Inflates what a PDF compressed, up to a size. @throws for anything else, and past that size. */
export type Inflate = (bytes: Uint8Array, mostBytes: number) => Uint8Array;

/** What a PDF that acts by itself, or carries other files, has among its names. */
const ACTIVE = new Set(["JavaScript", "Launch", "EmbeddedFile", "RichMedia", "SubmitForm", "ImportData"]);
/** The same in names so short that a picture holds them by chance: they count outside of what is compressed. */
const ACTIVE_SHORT = new Set(["JS", "XFA", "EF"]);
/** What a reader opens unasked: objects, the table of objects, what the file says of itself. A list of objects may leave out its type. */
const OPENED = new Set(["ObjStm", "First", "XRef", "Type Metadata"]);

const MOST_HIDDEN_BYTES = 32 * 1024 * 1024;

/** A name, of more letters than any that is looked for has when each is a number; or a word that begins or ends something. */
const TOKEN = /\/[^\s\0()<>[\]{}/%]{0,60}|[\s\0]obj|endstream|stream|%%EOF/g;

/** What a text holds, whatever it means. */
interface Found {
  isEncrypted: boolean;
  isActive: boolean;
  hasEnd: boolean;
}

/**
 * Looks through a PDF once, from its first byte to its last, for what its names say, spelled in any way, those of compressed objects
 * included. It is no reader: names count wherever they stand.
 * @returns null for one with no fault.
 */
export function pdfFault(bytes: Uint8Array, inflate: Inflate): ReceiptFault | null {
  const found: Found = { isEncrypted: false, isActive: false, hasEnd: false };
  const isReadable = new Scan(bytes, inflate, found).run();
  if (found.isEncrypted) return "encrypted";
  if (!isReadable) return "damaged";
  if (found.isActive) return "active";
  return found.hasEnd ? null : "damaged";
}

/** One look through a text, which knows the object it is in. */
class Scan {
  private readonly bytes: Uint8Array;
  private readonly text: string;
  private readonly inflate: Inflate;
  private readonly found: Found;
  private names = new Set<string>();
  private left = MOST_HIDDEN_BYTES;
  /** Where the name ends that stands before, where it is the one that says what an object is. */
  private typeEnd = -1;
  /** Where the stream ends that the scan is in: names in it are what a reader would not see. */
  private streamEnd = 0;
  /** The first end of a stream that is still to come. */
  private nextEnd = 0;

  constructor(bytes: Uint8Array, inflate: Inflate, found: Found) {
    this.bytes = bytes;
    this.text = latin1(bytes);
    this.inflate = inflate;
    this.found = found;
  }

  /** Says whether all that a reader opens can be read. */
  run(): boolean {
    for (const { 0: token, index } of this.text.matchAll(TOKEN))
      if (token.startsWith("/") ? !this.readName(token, index) : !this.readWord(token, index)) return false;
    return true;
  }

  private readName(token: string, index: number): boolean {
    const name = nameOf(token);
    const isInStream = index < this.streamEnd;
    note(this.found, name, isInStream);
    /** Objects within a stream are written by nobody who has nothing to hide. */
    if (isInStream) return name !== "ObjStm";
    const isType = this.typeEnd >= 0 && this.text.slice(this.typeEnd, index).trim() === "";
    this.typeEnd = name === "Type" ? index + token.length : -1;
    const known = isType && name === "Metadata" ? "Type Metadata" : name;
    if (NEEDED.has(known)) this.names.add(known);
    return true;
  }

  private readWord(word: string, index: number): boolean {
    if (word === "%%EOF") this.found.hasEnd = true;
    if (index < this.streamEnd) return true;
    if (word.endsWith("obj")) this.names.clear();
    if (word !== "stream") return true;
    const start = this.text.startsWith("\r\n", index + 6) ? index + 8 : index + 7;
    const end = this.endAfter(start);
    const isOpened = [...this.names].some((name) => OPENED.has(name));
    const isRead = !isOpened || this.readObjects(start, end);
    if (isOpened || /[\r\n]/.test(this.text[index + 6] ?? "")) this.streamEnd = Math.max(start, end);
    this.names.clear();
    return isRead;
  }

  /** Where the stream ends that begins at a place; -1 where nothing ends it. Looked for once for all that share an end. */
  private endAfter(start: number): number {
    if (this.nextEnd >= 0 && this.nextEnd < start) this.nextEnd = this.text.indexOf("endstream", start);
    return this.nextEnd;
  }

  /** Reads compressed objects, which every writer compresses in one way; what a table's rows need beside it says no name. */
  private readObjects(start: number, end: number): boolean {
    const isList = this.names.has("ObjStm");
    if (end < 0) return !isList;
    if (isList && this.names.has("Predictor")) return false;
    if (!this.names.has("Filter") && !this.names.has("F")) return true;
    try {
      const objects = this.inflate(this.bytes.subarray(start, end), this.left);
      this.left -= objects.length;
      for (const [token] of latin1(objects).matchAll(TOKEN)) note(this.found, nameOf(token), false);
      return true;
    } catch {
      return false;
    }
  }
}

const NEEDED = new Set([...OPENED, "Filter", "F", "Predictor"]);

function note(found: Found, name: string, isInStream: boolean): void {
  if (name === "Encrypt") found.isEncrypted = true;
  if (ACTIVE.has(name) || (!isInStream && ACTIVE_SHORT.has(name))) found.isActive = true;
}

/** A name without its sign. Its letters may be written as numbers: `/J#61vaScript`. */
function nameOf(token: string): string {
  const name = token.slice(1);
  if (!name.includes("#")) return name;
  return name.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Reads bytes as letters, one each. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
