import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import { knownAddress, type LoginOptions, login } from "../flows/login.ts";
import { KEYRING_ABSENT, KEYRING_PACKAGE } from "../store/credentials.ts";
import { type ComparedMonth, comparedJson, comparedMonthsText } from "../view/compared.ts";

interface Input {
  readonly url?: string;
  readonly withToken?: boolean;
  readonly secretStore: "auto" | "keyring" | "file";
  readonly browser: boolean;
  readonly yes?: true;
}

type Approval = Parameters<LoginOptions["show"]>[0];

type Slice = Pick<
  Context,
  | "say"
  | "look"
  | "env"
  | "signal"
  | "machine"
  | "prompt"
  | "confirm"
  | "readStdin"
  | "announce"
  | "note"
  | "offerBrowser"
  | "warn"
  | "show"
>;

/** Opens a session with a company; shows who is logged in, and where the secret went. */
export async function run(context: Slice, { url, withToken, secretStore, browser, yes }: Input): Promise<void> {
  const machine = context.machine();
  const stops: (() => void)[] = [];
  const logged = await login(machine, {
    url: url ?? knownAddress(machine) ?? (await askedAddress(context)),
    token: withToken ? await context.readStdin() : null,
    secretStore,
    signal: context.signal,
    show: (approval) => stops.push(showApproval(context, approval, browser)),
    agree: (months, company) => agreeOn(context, months, company, yes === true),
  }).finally(() => {
    for (const stop of stops) stop();
  });
  const { words, result } = answer(context, logged);
  context.show(result, () => words);
  if (context.env.PORTE_TOKEN) context.warn(context.say.login.byEnvironment, "token-in-environment");
}

/** Shows how months compare; where any differ, somebody says whether to go on. */
async function agreeOn(
  { say, look, note, confirm }: Slice,
  months: readonly ComparedMonth[],
  company: string,
  isAgreed: boolean,
): Promise<boolean> {
  note(comparedMonthsText(look, months, company));
  if (isAgreed || months.every(({ state }) => state !== "differs")) return true;
  return (await confirm(say.login.askDiffering)) === true;
}

async function askedAddress(context: Slice): Promise<string> {
  const prompt = await context.prompt();
  if (prompt === null) throw new PorteError("usage.missing_argument", { argument: "url", command: "porte login" });
  return prompt.text(context.say.login.askUrl);
}

function showApproval(context: Slice, { url, code, minutes, completeUrl }: Approval, browser: boolean): () => void {
  const { login: words } = context.say;
  context.announce([words.open(url, code, minutes), words.orOpen(completeUrl), words.waiting].join("\n"));
  return browser ? context.offerBrowser(completeUrl) : () => {};
}

function answer({ say }: Slice, { profile, company, me, kept, history }: Awaited<ReturnType<typeof login>>) {
  const noKeyring = kept.why === KEYRING_ABSENT ? say.login.keyringAbsent(KEYRING_PACKAGE) : say.login.noKeyring;
  const why = kept.why === null ? null : noKeyring;
  const place = kept.place === "keyring" ? say.login.keptInKeyring : say.login.keptInFile(kept.file, why);
  const file = kept.place === "file" ? kept.file : null;
  return {
    words: `${say.login.done(me.name, company, profile)}\n${place}`,
    result: {
      profile,
      company,
      person: { name: me.name, email: me.email },
      secret: { place: kept.place, file, why: kept.why },
      history: history.map(comparedJson),
    },
  };
}
