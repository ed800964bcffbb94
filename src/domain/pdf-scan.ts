import { PdfFiles } from "./pdf-files.ts";
import { mayHoldDictionary, mayHoldObject, Words } from "./pdf-words.ts";

/** What is wrong with a file that looks like a receipt: it cannot be read, or it does more than be read. */
export type ReceiptFault = "encrypted" | "active" | "damaged";

/** Inflates what a PDF compressed, up to a size. @throws for anything else, and past that size. */
export type Inflate = (bytes: Uint8Array, maxBytes: number) => Uint8Array;

/** What a PDF has that acts by itself, or that takes somebody out of it. */
const ACTIVE = new Set(
  "JavaScript JS XFA Launch RichMedia SubmitForm ImportData GoToE GoToR Rendition Sound Movie".split(" "),
);
/** What says that something is done unasked, when a file is opened or a page shown. */
const UNASKED = new Set(["OpenAction", "AA"]);
/** What a reader opens unasked: objects, the table of objects, what the file says of itself. A list of objects may leave out its type. */
const OPENED = new Set(["ObjStm", "First", "XRef", "Type Metadata"]);
const FILTERS = /Decode$|^(?:Crypt|Fl|AHx|A85|LZW|RL|CCF|DCT)$/;

const MAX_HIDDEN_BYTES = 32 * 1024 * 1024;
/** What is read behind the name of a dictionary of files. */
const DICTIONARY_LETTERS = 300;

/** A name, of more letters than any that is looked for has when each is a number; or what begins or ends something. */
const TOKEN = /\/[^\s\0()<>[\]{}/%]{0,60}|[\s\0]obj|endstream|stream|%%EOF|[(%]/g;

/** What a PDF holds, whatever a reader makes of it. */
export interface PdfFound {
  readonly isEncrypted: boolean;
  readonly isActive: boolean;
  readonly isDamaged: boolean;
  /** A file is kept inside of it: one, and a small one. More are active. */
  readonly hasFile: boolean;
  /** Something is done unasked in a file that has links too: it may be that one is followed. */
  readonly mayFollow: boolean;
}

/**
 * Looks through a PDF once, from its first byte to its last, for what the names of its objects say, spelled in any way, those of
 * compressed objects included. It follows no table of objects, which may send another reader elsewhere than ours: each object counts,
 * wherever it stands, and words for people do not.
 */
export function scanPdf(bytes: Uint8Array, inflate: Inflate): PdfFound {
  return new Scan(bytes, inflate).run();
}

/** One look through a text, which knows the object it is in. */
class Scan {
  private readonly bytes: Uint8Array;
  private readonly text: string;
  private readonly inflate: Inflate;
  private readonly files = new PdfFiles();
  private isEncrypted = false;
  private isActive = false;
  private isDamaged = false;
  private hasEnd = false;
  private hasLink = false;
  private isUnasked = false;
  /** The number of the object that the scan is in. */
  private object: number | null = null;
  private names = new Set<string>();
  private filters: string[] = [];
  private left = MAX_HIDDEN_BYTES;
  /** Where the name ends that stands before, where it is the one that says what an object is. */
  private typeEnd = -1;
  /** Where the stream ends that the scan is in, and whether names in it count: a reader may be sent to an object in it. */
  private streamEnd = 0;
  private isStreamHeard = false;
  /** The first end of a stream that is still to come. */
  private nextEnd = 0;

  constructor(bytes: Uint8Array, inflate: Inflate) {
    this.bytes = bytes;
    this.text = latin1(bytes);
    this.inflate = inflate;
  }

  run(): PdfFound {
    const words = new Words(this.text, mayHoldObject);
    for (const { 0: token, index } of this.text.matchAll(TOKEN)) {
      if (token === "%%EOF") this.hasEnd = true;
      if (index < this.streamEnd) this.readInStream(token);
      else if (!words.has(token, index)) this.readToken(token, index);
      if (this.isDamaged) break;
    }
    const hasFile = !this.files.isEmpty;
    /** What is encrypted has no size that can be seen. */
    if (hasFile && !this.isEncrypted && !this.files.isOneSmall(this.inflate)) this.isActive = true;
    const { isEncrypted, isActive, isDamaged } = this;
    return {
      isEncrypted,
      isActive,
      isDamaged: isDamaged || !this.hasEnd,
      hasFile,
      mayFollow: this.mayFollow,
    };
  }

  private get mayFollow(): boolean {
    return this.hasLink && this.isUnasked;
  }

  private readToken(token: string, index: number): void {
    if (token.startsWith("/")) this.readName(token, index);
    else this.readWord(token, index);
  }

  /** Objects within a stream are written by nobody who has nothing to hide. */
  private readInStream(token: string): void {
    if (!this.isStreamHeard || !token.startsWith("/")) return;
    const name = nameOf(token);
    if (ACTIVE.has(name) || name === "EmbeddedFile" || name === "EF") this.isActive = true;
    if (name === "ObjStm") this.isDamaged = true;
  }

  private readName(token: string, index: number): void {
    const name = nameOf(token);
    this.note(name, this.text, index + token.length);
    const isType = this.typeEnd >= 0 && this.text.slice(this.typeEnd, index).trim() === "";
    this.typeEnd = name === "Type" ? index + token.length : -1;
    const known = isType && name === "Metadata" ? "Type Metadata" : name;
    if (NEEDED.has(known)) this.names.add(known);
    if (FILTERS.test(name)) this.filters.push(name);
  }

  /** @param end where the name ends in its text. */
  private note(name: string, text: string, end: number): void {
    if (name === "Encrypt") this.isEncrypted = true;
    if (name === "URI") this.hasLink = true;
    if (UNASKED.has(name)) this.isUnasked = true;
    if (ACTIVE.has(name)) this.isActive = true;
    if (name === "EF") this.files.addDictionary(text.slice(end, end + DICTIONARY_LETTERS));
    if (name === "EmbeddedFile") this.files.addTyped(this.object);
  }

  private readWord(word: string, index: number): void {
    if (word.endsWith("obj")) {
      const [, number] = /(\d{1,10})[\s\0]{1,9}\d{1,5}$/.exec(this.text.slice(Math.max(0, index - 24), index)) ?? [];
      this.object = number === undefined ? null : Number(number);
      this.leaveDictionary();
    }
    if (word !== "stream") return;
    const start = this.text.startsWith("\r\n", index + 6) ? index + 8 : index + 7;
    const end = this.endAfter(start);
    const isOpened = [...this.names].some((name) => OPENED.has(name));
    if (isOpened && !this.readObjects(start, end)) this.isDamaged = true;
    if (isOpened || /[\r\n]/.test(this.text[index + 6] ?? "")) this.enterStream(start, end);
    this.leaveDictionary();
  }

  private enterStream(start: number, end: number): void {
    this.streamEnd = Math.max(start, end);
    const bytes = this.bytes.subarray(start, this.streamEnd);
    this.isStreamHeard = mayHoldObject(this.text.slice(start, this.streamEnd));
    if (this.object === null) return;
    this.files.addStream(this.object, { bytes, filters: this.filters, isElsewhere: this.names.has("F") });
  }

  private leaveDictionary(): void {
    this.names.clear();
    this.filters = [];
  }

  /** Where the stream ends that begins at a place; -1 where nothing ends it. Looked for once for all that share an end. */
  private endAfter(start: number): number {
    if (this.nextEnd >= 0 && this.nextEnd < start) this.nextEnd = this.text.indexOf("endstream", start);
    return this.nextEnd;
  }

  /** Reads compressed objects, which every writer compresses in one way; what a table's rows need beside it says no name. */
  private readObjects(start: number, end: number): boolean {
    const isList = this.names.has("ObjStm") || this.names.has("First");
    if (end < 0) return !this.names.has("ObjStm");
    if (this.names.has("ObjStm") && this.names.has("Predictor")) return false;
    const written = this.bytes.subarray(start, end);
    try {
      const isPlain = !this.names.has("Filter") && !this.names.has("F");
      const objects = isPlain ? written : this.inflate(written, this.left);
      if (!isPlain) this.left -= objects.length;
      if (isList) this.readList(latin1(objects));
      return true;
    } catch {
      return false;
    }
  }

  private readList(objects: string): void {
    const words = new Words(objects, mayHoldDictionary);
    for (const { 0: token, index } of objects.matchAll(TOKEN))
      if (!words.has(token, index) && token.startsWith("/")) this.note(nameOf(token), objects, index + token.length);
  }
}

const NEEDED = new Set([...OPENED, "Filter", "F", "Predictor"]);

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
