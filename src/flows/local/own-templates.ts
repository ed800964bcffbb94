import { join } from "node:path";
import type { Machine } from "../session.ts";

/** The folder of one's own layouts, beside the settings. */
export function ownTemplates({ folders }: Pick<Machine, "folders">): string {
  return join(folders.config, "templates");
}
