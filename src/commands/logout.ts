import type { Command } from "commander";
import type { Context } from "../cli/context.ts";

/** `porte logout`: erases the session here, and tells the company. */
export function register(logout: Command, context: Context): void {
  logout.action(() => run(context));
}

/** Logs out; says what has become of the token. */
export async function run(context: Context): Promise<void> {
  const { logout } = await import("../flows/login.ts");
  const ended = await context.wait(logout(context.machine()));
  const { login } = context.say;
  context.show(ended, () =>
    ended.hadSession ? login.loggedOut(ended.profile, ended.atCompany) : login.notLoggedIn(ended.profile),
  );
}
