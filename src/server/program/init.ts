import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Command } from "commander";
import { isDay } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { readObject } from "../../files/object.ts";
import { newPassword, passwordIn } from "../../flows/staff/secrets.ts";
import type { Schemas } from "../deps.ts";
import type { PackageFiles, ServeOptions } from "../serve.ts";
import type { ServerContext } from "./context.ts";

interface InitOptions extends ServeOptions {
  readonly company?: string;
  readonly admin?: string;
  readonly adminName?: string;
  readonly passwordFile?: string;
}

/** Adds what opens an empty company: its profile, and its first administrator. */
export function initCommand(
  program: Command,
  context: ServerContext,
  files: PackageFiles,
  stored: (command: Command) => Command,
): void {
  const { summaries, options } = context.say.administration;
  stored(program.command("init").description(summaries.init))
    .option("--company <file>", options.company)
    .option("--admin <email>", options.admin)
    .option("--admin-name <name>", options.adminName)
    .option("--password-file <file>", options.passwordFile)
    .action((given: InitOptions) => init(context, given, files));
}

/**
 * Opens an empty company, all or nothing.
 * @throws {PorteError} `usage.missing_option` for what no setting says either, `company.invalid` for what the contract does not take, `company.taken` for a company that somebody opened.
 */
async function init(context: ServerContext, given: InitOptions, files: PackageFiles): Promise<void> {
  const said = {
    company: needed(given.company, "--company"),
    admin: needed(given.admin, "--admin"),
    adminName: needed(given.adminName, "--admin-name"),
  };
  const isDrawn = given.passwordFile === undefined;
  const password =
    given.passwordFile === undefined ? newPassword() : await passwordIn(given.passwordFile, context.readStdin);
  const check = await checkOf(files.contract);
  const company = check("/operator/company", "put", readObject(said.company)) as Schemas["Company"];
  const admin = check("/operator/people", "post", {
    name: said.adminName,
    email: said.admin,
    staffRole: "administrator",
    password,
  }) as Schemas["PersonSubmission"];
  const [{ openDatabase }, { openCompany }, { LEGISLATION: law }] = await Promise.all([
    import("../serve.ts"),
    import("../company/open.ts"),
    import("../../payroll/legislation.ts"),
  ]);
  const db = await openDatabase(given, files);
  try {
    const token = await openCompany({ db, now: context.now, law }, company, admin);
    describeOpened(context, { company: company.name, email: admin.email, password: isDrawn ? password : null, token });
  } finally {
    await db.destroy();
  }
}

/** The environment and the settings file say it as well as what is typed: only then is it known to lack. */
function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "")
    throw new PorteError("usage.missing_option", { option, command: "porte-company init" });
  return value;
}

interface OpenedCompany {
  readonly company: string;
  readonly email: string;
  /** Null for one that somebody chose. */
  readonly password: string | null;
  readonly token: string;
}

function describeOpened(context: ServerContext, { company, email, password, token }: OpenedCompany): void {
  const { administration } = context.say;
  const answer = { company, admin: { email, ...(password === null ? {} : { password }), token } };
  context.show(answer, [
    administration.opened(company, email),
    ...(password === null ? [] : [administration.password(email, password)]),
    administration.token(token),
  ]);
}

type Check = (path: string, method: string, value: object) => object;

/** What checks a value as the contract checks the body of an operation. */
async function checkOf(contractFile: string): Promise<Check> {
  const { paths } = JSON.parse(await readFile(contractFile, "utf8"));
  return (path, method, value) => {
    const { schema } = paths[path][method].requestBody.content["application/json"];
    const ajv = new Ajv2020({ strict: false, formats: { date: isDay } });
    if (ajv.validate(schema, value)) return value;
    const errors = (ajv.errors ?? []).map(({ instancePath, message = "is not valid", params }) => ({
      pointer: `${instancePath}${typeof params.missingProperty === "string" ? `/${params.missingProperty}` : ""}`,
      message,
    }));
    throw new PorteError("company.invalid", { errors });
  };
}
