import { spawn } from "node:child_process";
import { PorteError } from "../../errors.ts";

/** How long the desktop may take to show something, in milliseconds. */
const MOST_MS = 10_000;

/**
 * Shows something on the desktop of who runs this, by notify-send.
 * @throws {PorteError} `run.notify` where there is no such program, or no desktop that shows it.
 */
export function notify(title: string, text: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new PorteError("run.notify", { reason }));
    const words = ["--app-name=porte", "--urgency=normal", "--", title, markedUp(text)];
    const child = spawn("notify-send", words, { env, stdio: ["ignore", "ignore", "pipe"], timeout: MOST_MS });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8").slice(0, 500);
    });
    child.once("error", (cause: NodeJS.ErrnoException) => fail(cause.code ?? cause.message));
    child.once("close", (code) => (code === 0 ? resolve() : fail(said.trim() || `${code}`)));
  });
}

/** Desktops read some markup in what they show: what an expense says is shown as it is. */
function markedUp(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
