import type { frExport } from "../fr/export.ts";
import { englishForm as form } from "../plural.ts";

/** What is said of an export of everything about a porté. */
export const enExport: typeof frExport = {
  exported: {
    saved: (folder, files, written) =>
      `Export saved in ${folder}: ${files} ${form(files, "file", "files")}, of which ${written} new or changed.`,
    missing: (count) => `${count} ${form(count, "item", "items")} could not be saved:`,
    verified: (folder, files) =>
      `Export verified in ${folder}: ${files} ${form(files, "file matches", "files match")} the manifest.`,
    notWhole: "The export was interrupted. To finish it: porte export",
    faults: {
      missing: "the file is missing",
      changed: "the content has changed",
      link: "it is not a regular file",
      path: "this path leads out of the folder",
    },
  },
};
