import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import { monthsHere } from "../flows/activity/queued.ts";
import { logout } from "../flows/login.ts";
import { othersCount } from "../flows/others.ts";
import { ownerOf } from "../flows/session.ts";
import { holdsSomething } from "../store/people.ts";

interface Input {
  readonly yes?: boolean;
  /** Whether what the company said is erased too. */
  readonly forget?: boolean;
}

/**
 * Erases the session here, tells the company, and says what has become of the token and of what the company said.
 * @throws {PorteError} `usage.missing_option` where something is still to be sent and nobody can be asked; `run.interrupted`.
 */
export async function run(
  context: Pick<Context, "say" | "machine" | "confirm" | "wait" | "show">,
  { yes = false, forget = false }: Input,
): Promise<void> {
  const machine = context.machine();
  const { login, format } = context.say;
  const owner = await ownerOf(machine);
  if (forget && !yes) await agreeToForget(context, await othersCount(owner));
  const queued = yes ? [] : await monthsHere(owner, "queued");
  if (queued.length > 0) {
    const agreed = await context.confirm(login.askLogout(queued.map((month) => format.month(month))));
    if (agreed === null) throw new PorteError("auth.queued", { months: queued });
    if (!agreed) throw new PorteError("run.interrupted", { kept: true, isLeft: true, resume: null });
  }
  const ended = await context.wait(logout(machine, forget));
  context.show(ended, () =>
    [
      ended.hadSession ? login.loggedOut(ended.profile, ended.atCompany) : login.notLoggedIn(ended.profile),
      ...(ended.hadSession || forget || holdsSomething(machine.folders, ended.profile)
        ? [login.records[ended.records]]
        : []),
    ].join("\n"),
  );
}

/** Asks before what was typed for others is erased: it exists nowhere else. */
async function agreeToForget({ say, confirm }: Pick<Context, "say" | "confirm">, count: number): Promise<void> {
  if (count === 0) return;
  const agreed = await confirm(say.login.askForget(count));
  if (agreed === null) throw new PorteError("auth.others", { count });
  if (!agreed) throw new PorteError("run.interrupted", { kept: true, isLeft: true, resume: null });
}
