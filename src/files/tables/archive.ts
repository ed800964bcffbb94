/** What the files of a workbook come to when they are unpacked: a month of a bank is a thousandth of it. */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_FILES = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of an archive stands in its last bytes: behind it, a remark of its own size at most. */
const END_BYTES = 22;
const MAX_REMARK = 0xffff;

/**
 * Says what is wrong with a ZIP archive before it is unpacked, by the list of what it holds: the library takes as much memory for each
 * file as the list says it needs.
 */
export function archiveFault(bytes: Uint8Array): "damaged" | "too_large" | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === -1) return "damaged";
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let unpacked = 0;
  for (let file = 0; file < count; file += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return "damaged";
    unpacked += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return count > MAX_FILES || unpacked > MAX_UNPACKED_BYTES ? "too_large" : null;
}

function endOf(view: DataView): number {
  const min = Math.max(0, view.byteLength - END_BYTES - MAX_REMARK);
  for (let at = view.byteLength - END_BYTES; at >= min; at -= 1) if (view.getUint32(at, true) === END) return at;
  return -1;
}
