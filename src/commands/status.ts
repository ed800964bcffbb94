import type { Command } from "commander";
import type { Context } from "../cli/context.ts";
import { statusJson, statusText } from "../view/status.ts";
import { sendQueued } from "./sync.ts";

/** `porte status`: what needs the porté, what waits for others, where the money stands. */
export function register(status: Command, context: Context): void {
  status.action(() => run(context));
}

/** Reads and shows the state of things. */
export async function run(context: Context): Promise<void> {
  const [{ overview }, session] = await Promise.all([import("../flows/overview.ts"), context.session()]);
  await sendQueued(context, session);
  const seen = await context.wait(overview(session));
  context.show(statusJson(seen), () => statusText(context.look, seen));
}
