import type { Context } from "../cli/context.ts";

/** Reads a file that somebody named, or stdin for `-`. @throws {PorteError} `file.unreadable`. */
export async function givenText(context: Context, file: string): Promise<string> {
  if (file === "-") return context.readStdin();
  const { readText } = await import("../store/read.ts");
  return readText(file);
}
