import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../cli/context.ts";
import { toEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import { DemoFailure, type Played, playMonth } from "../flows/demo.ts";

type Slice = Pick<
  Context,
  | "say"
  | "look"
  | "lang"
  | "env"
  | "nodePath"
  | "packageFolder"
  | "isJson"
  | "note"
  | "show"
  | "untilStopped"
  | "untilEnter"
>;

/** Plays a month through the real programs; with `--keep`, leaves the company running until it is stopped. */
export async function run(context: Slice, { keep = false }: { readonly keep?: boolean }): Promise<void> {
  const { demo } = context.say;
  const { paint } = context.look;
  const steps = Object.keys(demo.step);
  context.note(paint.strong(demo.welcome));
  const played = await playMonth({
    packageFolder: context.packageFolder,
    nodePath: context.nodePath,
    env: context.env,
    lang: context.lang,
    isJson: context.isJson(),
    step: (name) => context.note(`\n${paint.strong(`${steps.indexOf(name) + 1}. ${demo.step[name]}`)}`),
    command: (words) => context.note(paint.soft(`$ ${words}`)),
    output: (text) => context.note(text.trimEnd()),
    pause: () => context.untilEnter(demo.pause),
  }).catch((failure: unknown) => {
    if (!(failure instanceof DemoFailure)) throw failure;
    throw new PorteError("demo.failed", { command: failure.command, code: failure.exitCode }, { cause: failure });
  });
  const { payslip, folder, net, access } = played;
  context.note("");
  const address = keep ? { url: access.url, operator: access.operator, portes: access.portes } : {};
  const { paidCents, simulatedCents } = net;
  const netPaid = { netPaid: toEuros(paidCents), netSimulated: toEuros(simulatedCents) };
  context.show({ payslip, ...netPaid, folder, ...address }, () =>
    [
      demo.net(paidCents, simulatedCents),
      demo.pdf(payslip),
      demo.folder(folder),
      ...(keep ? keptWords(context, played) : [demo.keepHint(typed(context.packageFolder).keep)]),
    ].join("\n"),
  );
  if (keep) await context.untilStopped();
  await played.stop();
}

function keptWords({ say, packageFolder }: Slice, { access, env }: Played): string[] {
  const settings = Object.entries(env).map(([name, value]) => `export ${name}=${value}`);
  const programs = typed(packageFolder);
  const people = [access.operator, ...access.portes];
  return [
    say.demo.kept(access.url),
    ...people.map(({ email, password }) => `  ${say.demo.browserLogin(email, password)}`),
    say.demo.asClaire,
    ...settings.map((line) => `  ${line}`),
    `  ${programs.porte} status`,
    say.demo.asOperator,
    `  export PORTE_COMPANY_URL=${access.url} PORTE_COMPANY_TOKEN=${access.operator.token}`,
    `  ${programs.company} reports list`,
  ];
}

/** How the programs are called here: by their names where npm installed them, by their files in a clone. */
function typed(packageFolder: string): { porte: string; company: string; keep: string } {
  if (!existsSync(join(packageFolder, "tools", "build.mjs")))
    return { porte: "porte", company: "porte-company", keep: "porte demo --keep" };
  return { porte: "node bin/porte.js", company: "node bin/porte-company.js", keep: "npm run demo -- --keep" };
}
