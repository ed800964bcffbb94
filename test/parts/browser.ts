import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** Says whether this machine has no browser. */
export function lacksBrowser(): boolean {
  return inject("chromium") === "";
}

/** Opens the machine's browser without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject("chromium"), args: ["--no-sandbox", "--disable-gpu"] });
}
