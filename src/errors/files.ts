import { type Rows, row } from "./row.ts";

/** What the file system says of a file, and files that are ours. */
export const filesFailures = {
  "file.unreadable": row<{ file: string; reason: string }>({ exit: 2 }),
  "file.unwritable": row<{ file: string; reason: string }>({ exit: 2 }),
  /** `at` is the way to the part that is not as it must be, empty where it is the whole; `copy` is beside the file, where it could be kept. */
  "file.damaged": row<{
    file: string;
    fault: "empty" | "mark" | "bytes" | "json" | "shape";
    at: string;
    copy: string | null;
  }>({ exit: 2 }),
  "file.newer": row<{ file: string; copy: string | null }>({ exit: 2 }),
  /** Nothing says which folder is the user's, so that nothing can be kept. */
  "file.no_home": row({ exit: 2 }),
  "file.busy": row<{ file: string }>({ exit: 2 }),
  /** A file that no export wrote stands where an export would write. */
  "file.in_the_way": row<{ file: string }>({ exit: 2 }),
  /** A folder holds the export of another person. */
  "file.export_other": row<{ folder: string; person: string }>({ exit: 2 }),
  /** An export that is not as its manifest says, or that was cut; `line` is a line of it that cannot be read. */
  "file.export_faults": row<{
    folder: string;
    isWhole: boolean;
    faults: readonly { readonly path: string; readonly fault: "missing" | "changed" | "link" | "path" | "line" }[];
  }>({ exit: 2 }),
  /** An export that holds no month. */
  "file.export_empty": row<{ folder: string }>({ exit: 2 }),
  "file.act_forgotten": row<{ at: string }>({ exit: 2 }),
} satisfies Rows<"file">;
