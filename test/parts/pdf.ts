const MARK = "%PDF-1.4\n";
const SLASH = 0x2f;
const STOP = 0x2e;

/**
 * A PDF of one empty page that a reader opens, whose other object holds bytes that say nothing.
 * A slash among them would be a name of the file, which may be one that it must not have: it is written as a full stop.
 */
export function pdfOf(noise: Uint8Array): Buffer {
  const quiet = Buffer.from(noise).map((byte) => (byte === SLASH ? STOP : byte));
  return pdfWith({ objects: [streamOf("", quiet)] });
}

/** What a made PDF has besides one page: what its catalog and its page say, lines of text, and objects from number 6 on. */
export interface MadePdf {
  readonly catalog?: string;
  readonly page?: string;
  readonly lines?: readonly string[];
  readonly objects?: readonly (string | Buffer)[];
  readonly trailer?: string;
}

/** The number of the first of a made PDF's own objects. */
export const FIRST_OBJECT = 6;

/** A PDF of one page that a reader opens. */
export function pdfWith({ catalog = "", page = "", lines = [], objects = [], trailer = "" }: MadePdf): Buffer {
  const drawn = lines.map((line, index) => `1 0 0 1 40 ${760 - 20 * index} Tm (${escaped(line)}) Tj`).join("\n");
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    streamOf("", Buffer.from(`BT /F1 12 Tf\n${drawn}\nET`, "latin1")),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...objects,
  ].map((inside, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(inside), Buffer.from("\nendobj\n")]),
  );
  let at = MARK.length;
  const places = all.map((object) => {
    const place = at;
    at += object.length;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(MARK), ...all, Buffer.from(table), Buffer.from(end)]);
}

/** An object that is a stream. */
export function streamOf(dictionary: string, bytes: Uint8Array): Buffer {
  const head = Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
  return Buffer.concat([head, bytes, Buffer.from("\nendstream")]);
}

/** A PDF that carries files: their names and what they hold. */
export function pdfCarrying(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  made: MadePdf = {},
): Buffer {
  const objects = files.flatMap(([name, bytes], index) => [
    streamOf("/Type /EmbeddedFile /Subtype /text#2Fxml", bytes),
    `<< /Type /Filespec /F (${escaped(name)}) /UF (${escaped(name)}) /AFRelationship /Data /EF << /F ${FIRST_OBJECT + 2 * index} 0 R >> >>`,
  ]);
  const names = files.map(([name], index) => `(${escaped(name)}) ${FIRST_OBJECT + 2 * index + 1} 0 R`).join(" ");
  return pdfWith({
    ...made,
    catalog: `/Names << /EmbeddedFiles << /Names [${names}] >> >> ${made.catalog ?? ""}`,
    objects: [...objects, ...(made.objects ?? [])],
  });
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}
