import type { Context } from "../cli/context.ts";
import { logout } from "../flows/login.ts";

/** Erases the session here, tells the company, and says what has become of the token. */
export async function run(context: Pick<Context, "say" | "machine" | "wait" | "show">): Promise<void> {
  const ended = await context.wait(logout(context.machine()));
  const { login } = context.say;
  context.show(ended, () =>
    ended.hadSession ? login.loggedOut(ended.profile, ended.atCompany) : login.notLoggedIn(ended.profile),
  );
}
