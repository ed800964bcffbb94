import type { Inflate } from "./pdf-scan.ts";

/** A stream of a PDF, as its dictionary says it. */
export interface PdfStream {
  readonly bytes: Uint8Array;
  /** The names of its filters; more than one hide a size. */
  readonly filters: readonly string[];
  /** What it holds stands in another file. */
  readonly isElsewhere: boolean;
}

/** An invoice that a machine reads is never larger. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;
const FLATE = new Set(["FlateDecode", "Fl"]);

/** The files that are kept inside of a PDF: where they are said to be, and what says of itself that it is one. */
export class PdfFiles {
  private readonly streams = new Map<number, PdfStream[]>();
  private readonly said = new Set<number>();
  private readonly typed = new Set<number>();
  private isUnclear = false;

  addStream(object: number, stream: PdfStream): void {
    const known = this.streams.get(object);
    if (known === undefined) this.streams.set(object, [stream]);
    else known.push(stream);
  }

  /** Notes a dictionary of files, such as `<< /F 8 0 R /UF 8 0 R >>`. @param text what stands behind its name. */
  addDictionary(text: string): void {
    const [, inside = ""] = /^[\s\0]*<<([^<>]*)>>/.exec(text) ?? [];
    const objects = [...inside.matchAll(/(\d{1,10})[\s\0]+\d{1,5}[\s\0]+R/g)].map(([, object]) => Number(object));
    if (objects.length === 0) this.isUnclear = true;
    for (const object of objects) this.said.add(object);
  }

  /** Notes an object that says that it is a file; null where its number is not known. */
  addTyped(object: number | null): void {
    if (object === null) this.isUnclear = true;
    else this.typed.add(object);
  }

  get isEmpty(): boolean {
    return !this.isUnclear && this.said.size === 0 && this.typed.size === 0;
  }

  /** Says whether there is one file alone, in the clear or compressed once, of a size that an invoice has. */
  isOneSmall(inflate: Inflate): boolean {
    const [object] = this.said;
    if (this.isUnclear || object === undefined || this.said.size > 1) return false;
    if ([...this.typed].some((one) => one !== object)) return false;
    const streams = this.streams.get(object) ?? [];
    return streams.length > 0 && streams.every((stream) => isSmall(stream, inflate));
  }
}

function isSmall({ bytes, filters, isElsewhere }: PdfStream, inflate: Inflate): boolean {
  if (isElsewhere || filters.length > 1) return false;
  if (filters.length === 0) return bytes.length <= MAX_FILE_BYTES;
  try {
    return FLATE.has(filters[0] ?? "") && inflate(bytes, MAX_FILE_BYTES).length <= MAX_FILE_BYTES;
  } catch {
    return false;
  }
}
