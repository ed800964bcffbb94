import { isOpenable } from "../client/address.ts";

/** Calls back once when Enter is typed; the function it gives stops listening. */
export function onEnter(callback: () => void): () => void {
  const { stdin } = process;
  const listen = (chunk: Buffer) => {
    if (/[\r\n]/.test(chunk.toString())) callback();
  };
  stdin.on("data", listen).resume();
  return () => {
    stdin.off("data", listen).pause();
    stdin.unref();
  };
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/**
 * Opens a page in the browser of this machine; where there is none, the address stays on the screen. What is no page is not
 * passed to a program that opens files and mails as well.
 */
export async function openBrowser(url: string): Promise<void> {
  if (isOpenable(new URL(url))) await openWithSystem(url);
}

/** Opens a file, by its whole path, or a page with the program that the system has for it; false where there is none. */
export async function openWithSystem(target: string): Promise<boolean> {
  const { spawn } = await import("node:child_process");
  const [program, ...words] = OPENERS[process.platform] ?? ["xdg-open"];
  const opened = spawn(program, [...words, target], { stdio: "ignore", detached: true });
  opened.unref();
  return new Promise((resolve) => opened.on("spawn", () => resolve(true)).on("error", () => resolve(false)));
}
