import { type Command, Option } from "commander";
import type { Context } from "../cli/context.ts";
import { PorteError } from "../errors.ts";
import { KEYRING_ABSENT, KEYRING_PACKAGE } from "../store/credentials.ts";

interface LoginOptions {
  readonly withToken?: boolean;
  readonly secretStore: "auto" | "keyring" | "file";
  readonly browser: boolean;
}

type Approval = Parameters<Parameters<typeof import("../flows/login.ts").login>[1]["show"]>[0];

/** `porte login [url]`: opens a session with a company, and says where its secret is kept. */
export function register(login: Command, context: Context): void {
  const { help } = context.say;
  login
    .argument("[url]", help.login.url)
    .option("--with-token", help.login.withToken)
    .addOption(
      new Option("--secret-store <place>", help.login.secretStore).choices(["auto", "keyring", "file"]).default("auto"),
    )
    .option("--no-browser", help.login.noBrowser)
    .action((url: string | undefined, options: LoginOptions) => run(context, url, options));
}

/** Logs in; shows who is logged in, and where the secret went. */
export async function run(context: Context, url: string | undefined, options: LoginOptions): Promise<void> {
  const flow = await import("../flows/login.ts");
  const machine = context.machine();
  const stops: (() => void)[] = [];
  const logged = await flow
    .login(machine, {
      url: url ?? flow.knownAddress(machine) ?? (await askedAddress(context)),
      token: options.withToken ? await context.readStdin() : null,
      secretStore: options.secretStore,
      signal: context.signal,
      show: (approval) => stops.push(showApproval(context, approval, options)),
    })
    .finally(() => {
      for (const stop of stops) stop();
    });
  const { words, result } = answer(context, logged);
  context.show(result, () => words);
  if (context.env.PORTE_TOKEN) context.warn(context.say.login.byEnvironment, "token-in-environment");
}

async function askedAddress(context: Context): Promise<string> {
  const prompt = await context.prompt();
  if (prompt === null) throw new PorteError("usage.missing_argument", { argument: "url", command: "porte login" });
  return prompt.text(context.say.login.askUrl);
}

function showApproval(context: Context, { url, code, minutes, completeUrl }: Approval, { browser }: LoginOptions) {
  const { login } = context.say;
  context.announce([login.open(url, code, minutes), login.orOpen(completeUrl), login.waiting].join("\n"));
  return browser ? context.offerBrowser(completeUrl) : () => {};
}

function answer(
  { say }: Context,
  { profile, company, me, kept }: Awaited<ReturnType<typeof import("../flows/login.ts").login>>,
) {
  const noKeyring =
    kept.why === KEYRING_ABSENT ? say.login.keyringAbsent(KEYRING_PACKAGE) : say.login.noKeyring(kept.why ?? "");
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
    },
  };
}
