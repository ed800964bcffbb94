import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../cli/context.ts";
import { toEuros } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { Access } from "../flows/demo/company.ts";
import { type Played, playMonths } from "../flows/demo/play.ts";
import { COMPANY_PACKAGE, DemoFailure } from "../flows/demo/stage.ts";

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

type PlayedCompany = NonNullable<Played["company"]>;

/**
 * Plays two months through the real programs, one without a company's API and one with it; with `--keep`, leaves the
 * company running until it is stopped. Where the company's program is not installed, the first month alone.
 */
export async function run(context: Slice, { keep = false }: { readonly keep?: boolean }): Promise<void> {
  const { demo } = context.say;
  const { paint } = context.look;
  const steps = Object.keys(demo.step);
  context.note(paint.strong(demo.welcome));
  const played = await playMonths({
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
  context.note("");
  if (played.company === undefined) showAlone(context, played);
  else showWithCompany(context, played, played.company, keep);
  if (keep && played.company !== undefined) await context.untilStopped();
  await played.stop();
}

function showAlone({ show, say: { demo } }: Slice, { report, folder }: Played): void {
  show({ report, folder }, () =>
    [demo.report(report), demo.folder(folder), demo.withCompany(COMPANY_PACKAGE)].join("\n"),
  );
}

function showWithCompany(context: Slice, played: Played, company: PlayedCompany, keep: boolean): void {
  const { demo } = context.say;
  const { report, folder } = played;
  const { payslip, paidCents, simulatedCents, access } = company;
  const address = keep ? { url: access.url, operator: access.operator, portes: access.portes } : {};
  const netPaid = { netPaid: toEuros(paidCents), netSimulated: toEuros(simulatedCents) };
  context.show({ report, payslip, ...netPaid, folder, ...address }, () =>
    [
      demo.net(paidCents, simulatedCents),
      demo.report(report),
      demo.pdf(payslip),
      demo.folder(folder),
      ...(keep ? keptWords(context, access, played.env) : [demo.keepHint(typed(context.packageFolder).keep)]),
    ].join("\n"),
  );
}

function keptWords({ say, packageFolder }: Slice, access: Access, env: Played["env"]): string[] {
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
