const MARK = "%PDF-1.4\n";
const SLASH = 0x2f;
const STOP = 0x2e;

/**
 * A PDF of one empty page that a reader opens, whose other object holds bytes that say nothing.
 * A slash among them would be a name of the file, which may be one that it must not have: it is written as a full stop.
 */
export function pdfOf(noise: Uint8Array): Buffer {
  const quiet = Buffer.from(noise).map((byte) => (byte === SLASH ? STOP : byte));
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"),
    Buffer.concat([Buffer.from(`<< /Length ${quiet.length} >>\nstream\n`), quiet, Buffer.from("\nendstream")]),
  ].map((inside, index) => Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), inside, Buffer.from("\nendobj\n")]));
  let at = MARK.length;
  const places = objects.map((object) => {
    const place = at;
    at += object.length;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(MARK), ...objects, Buffer.from(table), Buffer.from(trailer)]);
}
