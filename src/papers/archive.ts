import { zipSync } from "fflate";

/** A file of an archive; its name may stand in a folder: `receipts/01.pdf`. */
interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is compressed already gains nothing by being compressed again. */
const COMPRESSED = /\.(pdf|jpe?g|png|webp|zip)$/i;

/** Puts files into one ZIP archive, in their order. @param at the time that each of them bears. */
export function archiveOf(files: readonly ArchivedFile[], at: Date): Uint8Array {
  const entries = files.map(({ name, bytes }) => {
    const level: 0 | 6 = COMPRESSED.test(name) ? 0 : 6;
    return [name, [bytes, { level, mtime: at }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
