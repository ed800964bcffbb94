import type { Context } from "../cli/context.ts";

/** Reads the bytes of a file that somebody named, or of stdin for `-`. @throws {PorteError} `file.unreadable`. */
export async function givenBytes(context: Context, file: string): Promise<Uint8Array> {
  if (file === "-") {
    const { buffer } = await import("node:stream/consumers");
    return buffer(context.stdin());
  }
  const { readBytes } = await import("../store/read.ts");
  return readBytes(file);
}
