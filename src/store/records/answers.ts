import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolder, keepIfPossible, removeFile, writeWhole } from "../files.ts";
import { namesIn } from "../read.ts";

/** An answer as it came, and the version that the company gave it. */
interface KeptAnswer {
  readonly etag: string;
  readonly body: Buffer;
}

/** What the first line of a file says; the answer itself is the rest of it. */
interface Head {
  readonly schema: 1;
  readonly asked: string;
  readonly etag: string;
}

/** Where they lie beside the facts. */
export const ANSWERS_FOLDER = "answers";

/** So many questions are kept, the latest; a question is a page of a list. */
const MAX_FILES = 200;
const MAX_BYTES = 2 * 1024 * 1024;
/** As much of a hash as tells one question from another. */
const HASH_LENGTH = 24;

/** What one address answered last to each question of one person, so that it need not be sent again while it is the same. */
export class Answers {
  private readonly folder: string;
  private readonly url: string;

  /** @param records the folder of a person's records: what is erased with them is erased with it. */
  constructor(records: string, url: string) {
    this.folder = join(records, ANSWERS_FOLDER);
    this.url = url;
  }

  /** Finds what a question was answered; null where that is not kept, or cannot be read. */
  async find(path: string): Promise<KeptAnswer | null> {
    const bytes = bytesIn(await this.fileOf(path));
    const end = bytes?.indexOf("\n") ?? -1;
    if (bytes === null || end < 0) return null;
    const head = headIn(bytes.toString("utf8", 0, end));
    return head?.asked === this.asked(path) ? { etag: head.etag, body: bytes.subarray(end + 1) } : null;
  }

  /** Keeps an answer; a machine that cannot be written to keeps none. */
  async keep(path: string, { etag, body }: KeptAnswer): Promise<void> {
    if (!isOfItsText(etag) || body.length > MAX_BYTES) return;
    const file = await this.fileOf(path);
    const head: Head = { schema: 1, asked: this.asked(path), etag };
    await keepIfPossible(async () => {
      ensureFolder(dirname(file));
      await writeWhole(file, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
      this.removeOldest();
    });
  }

  private removeOldest(): void {
    const files = namesIn(this.folder).map((name) => join(this.folder, name));
    if (files.length <= MAX_FILES) return;
    const aged = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((one, other) => one.at - other.at);
    for (const { file } of aged.slice(0, files.length - MAX_FILES)) removeFile(file);
  }

  private asked(path: string): string {
    return `${this.url} ${path}`;
  }

  private async fileOf(path: string): Promise<string> {
    const { createHash } = await import("node:crypto");
    return join(this.folder, createHash("sha256").update(this.asked(path)).digest("hex").slice(0, HASH_LENGTH));
  }
}

/**
 * Says whether a version is that of an answer's whole text, which is what a weak one of a company is made from. One of its own numbers, as a
 * report's, is the same for a text that a later release of the company writes otherwise.
 */
function isOfItsText(etag: string): boolean {
  return etag.startsWith("W/");
}

function bytesIn(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function headIn(line: string): Head | null {
  try {
    const head = JSON.parse(line) as Partial<Head> | null;
    const isHead = head?.schema === 1 && typeof head.asked === "string" && typeof head.etag === "string";
    return isHead ? (head as Head) : null;
  } catch {
    return null;
  }
}
