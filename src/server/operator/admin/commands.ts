import type { Command } from "commander";
import { call } from "../../../client/call.ts";
import { list } from "../../../client/list.ts";
import { parseDay } from "../../../domain/calendar.ts";
import { parseCount } from "../../../domain/money.ts";
import { PorteError } from "../../../errors.ts";
import type { Schemas } from "../../deps.ts";
import { type ActInput, type Asking, act, type Office } from "../act.ts";
import type { Desk } from "../commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "../office.ts";
import { type Said, saidOf, withFields } from "./fields.ts";
import { importRows } from "./import.ts";
import { itemLine, listAll, oneLine } from "./listing.ts";
import { erase, exportTo } from "./personal-data.ts";
import { contractsResource, missionsResource, peopleResource, type Resource, tokensResource } from "./resources.ts";
import { newPassword, newToken, passwordIn } from "./secrets.ts";

/** How many acts of the trail are shown, and how many may be asked for; a page holds a hundred. */
const USUAL_ACTS = 100;
const MOST_ACTS = 10_000;

/** Adds what an administrator does: people, contracts, missions, tokens, and the trail of what was done. */
export function adminCommands(program: Command, desk: Desk): void {
  const { say } = desk;
  peopleCommands(groupOf(program, "people", say.administration.summaries.people), desk);
  const resources = [missionsResource(say), contractsResource(say)];
  for (const resource of resources) {
    const { name } = resource;
    const group = groupOf(program, name, name === "missions" ? say.administration.summaries.missions : "");
    shared(group, desk, resource, (office, said) => add(office, resource.operations.add, resource.bodyOf(said)));
    endCommand(group, desk, resource);
  }
  tokenCommands(groupOf(program, "tokens", say.administration.summaries.tokens), desk);
  withOffice(
    program
      .command("trail")
      .description(say.administration.summaries.trail)
      .option("--porte <email>", say.administration.options.email)
      .option(
        "--limit <count>",
        say.administration.options.limit,
        (typed: string) => parseCount(typed, 1, MOST_ACTS),
        USUAL_ACTS,
      ),
    desk,
  ).action(async (given: OfficeOptions & { porte?: string; limit: number }) =>
    trail(desk, await officeOf(desk, given), given),
  );
}

/** Adds one; each field has read its own part of what the operation takes. */
function add<Id extends Resource["operations"]["add"]>(office: Office, id: Id, body: object, asking: Asking = {}) {
  return act(office, id, { body } as unknown as ActInput<Id>, asking);
}

/** `add`, `list` and `import`, alike for everything that is added. */
function shared(
  group: Command,
  desk: Desk,
  resource: Resource,
  addOne: (office: Office, said: Said) => Promise<object>,
): void {
  const { summaries, options, added } = desk.say.administration;
  withOffice(withFields(group.command("add").description(summaries.add), resource.fields), desk).action(
    async (given: OfficeOptions & Record<string, unknown>) => {
      const item = await addOne(await officeOf(desk, given), saidOf(resource.fields, given));
      desk.show(item, [added(itemLine(desk, item))]);
    },
  );
  withOffice(group.command("list").description(summaries.list).option("--email <address>", options.email), desk).action(
    async (given: OfficeOptions & { email?: string }) => {
      const items = await listAll(await officeOf(desk, given), resource, given.email);
      const lines = items.map((item) => itemLine(desk, item));
      desk.show({ items }, lines.length === 0 ? [desk.say.administration.nothing] : lines);
    },
  );
  withOffice(group.command("import <file>").description(summaries.import), desk).action(
    async (file: string, given: OfficeOptions) =>
      importRows(desk, await officeOf(desk, given), { resource, file, addOne }),
  );
}

function peopleCommands(group: Command, desk: Desk): void {
  const { administration } = desk.say;
  const { summaries } = administration;
  const people = peopleResource(desk.say);
  shared(group, desk, people, async (office, said) => {
    const typed = people.bodyOf(said);
    let password = newPassword();
    const person = await add(
      office,
      "addPerson",
      { ...typed, password },
      {
        typed,
        sent: (body) => {
          password = (body as Schemas["PersonSubmission"]).password;
        },
      },
    );
    return { ...person, password };
  });
  withOffice(group.command("end <email>").description(summaries.end), desk).action(
    async (email: string, given: OfficeOptions) => {
      const office = await officeOf(desk, given);
      const person = await act(office, "endPerson", { params: await paramsOf(office, email) });
      desk.show(person, [administration.ended(itemLine(desk, person))]);
    },
  );
  passwordCommand(group, desk);
  withOffice(group.command("role <email> <role>").description(summaries.role), desk).action(
    async (email: string, staffRole: Schemas["StaffRole"], given: OfficeOptions) => {
      const office = await officeOf(desk, given);
      const params = await paramsOf(office, email);
      const person = await act(office, "setStaffRole", { params, body: { staffRole } });
      desk.show(person, [administration.roleSet(person.email, administration.roles[person.staffRole ?? "porte"])]);
    },
  );
  withOffice(group.command("export <email> <folder>").description(summaries.export), desk).action(
    async (email: string, folder: string, given: OfficeOptions) => {
      const office = await officeOf(desk, given);
      await exportTo(desk, office, await idOf(office, email), folder);
    },
  );
  withOffice(group.command("erase <email>").description(summaries.erase), desk).action(
    async (email: string, given: OfficeOptions) => {
      const office = await officeOf(desk, given);
      await erase(desk, office, await idOf(office, email));
    },
  );
}

function passwordCommand(group: Command, desk: Desk): void {
  const { administration } = desk.say;
  const { summaries, options } = administration;
  withOffice(
    group
      .command("password <email>")
      .description(summaries.password)
      .option("--password-file <file>", options.passwordFile),
    desk,
  ).action(async (email: string, given: OfficeOptions & { passwordFile?: string }) => {
    const office = await officeOf(desk, given);
    const isDrawn = given.passwordFile === undefined;
    let password = given.passwordFile === undefined ? newPassword() : await passwordIn(given.passwordFile);
    const params = await paramsOf(office, email);
    const person = await act(
      office,
      "setPassword",
      { params, body: { password } },
      {
        typed: isDrawn ? {} : { password },
        sent: (body) => {
          password = (body as Schemas["PasswordSubmission"]).password;
        },
      },
    );
    desk.show(isDrawn ? { ...person, password } : person, [
      administration.passwordSet(person.email),
      ...(isDrawn ? [administration.password(person.email, password)] : []),
    ]);
  });
}

/** Finds a person by an address. @throws {PorteError} `company.not_found`. */
async function idOf({ line }: Office, email: string): Promise<string> {
  const [person] = (await call(line, "listPeople", { query: { email } })).value.items;
  if (person === undefined) throw new PorteError("company.not_found", { what: email });
  return person.id;
}

async function paramsOf(office: Office, email: string): Promise<{ personId: string }> {
  return { personId: await idOf(office, email) };
}

function tokenCommands(group: Command, desk: Desk): void {
  const { administration } = desk.say;
  const tokens = tokensResource(desk.say);
  shared(group, desk, tokens, async (office, said) => {
    const typed = tokens.bodyOf(said);
    const made = newToken();
    let { token } = made;
    const added = await add(
      office,
      "addToken",
      { ...typed, tokenHash: made.tokenHash },
      {
        typed,
        secret: token,
        sent: (_body, secret = token) => {
          token = secret;
        },
      },
    );
    return { ...added, token };
  });
  withOffice(group.command("end <id>").description(administration.summaries.end), desk).action(
    async (id: string, given: OfficeOptions) => {
      const token = await act(await officeOf(desk, given), "endToken", { params: { tokenId: id } });
      desk.show(token, [administration.ended(itemLine(desk, token))]);
    },
  );
}

function endCommand(group: Command, desk: Desk, resource: Resource): void {
  const { name } = resource;
  const { summaries, options, ended } = desk.say.administration;
  const end = group
    .command("end")
    .description(summaries.end)
    .requiredOption("--porte <email>", options.porte)
    .requiredOption("--on <day>", options.on, parseDay);
  if (name === "missions") end.requiredOption("--mission <reference>", options.mission);
  withOffice(end, desk).action(async (given: OfficeOptions & { porte: string; on: string; mission?: string }) => {
    const office = await officeOf(desk, given);
    const id = await idOfEnded(office, resource, given);
    const body = { end: given.on };
    const item =
      name === "missions"
        ? await act(office, "endMission", { params: { missionId: id }, body })
        : await act(office, "endContract", { params: { personId: id }, body });
    desk.show(item, [ended(itemLine(desk, item))]);
  });
}

/** A mission is found by its porté and reference, a contract by its porté. @throws {PorteError} `company.not_found`. */
async function idOfEnded(
  office: Office,
  resource: Resource,
  { porte, mission }: { porte: string; mission?: string },
): Promise<string> {
  const items = (await listAll(office, resource, porte)) as Schemas["OwnedMission"][];
  const { name } = resource;
  const found = name === "missions" ? items.find((item) => item.mission.reference === mission) : items[0];
  if (found === undefined) throw new PorteError("company.not_found", { what: mission ?? porte });
  return name === "missions" ? found.mission.id : found.owner.id;
}

async function trail(desk: Desk, office: Office, { porte, limit }: { porte?: string; limit: number }): Promise<void> {
  const person = porte === undefined ? {} : { person: await idOf(office, porte) };
  const query = { limit: String(Math.min(limit, USUAL_ACTS)), ...person };
  const items = await list(office.line, "listAuditTrail", { query, most: limit });
  const lines = items.map(({ at, by, act, table, before, after }) =>
    oneLine([at, by, `${act} ${table}`, JSON.stringify(before), "→", JSON.stringify(after)]),
  );
  desk.show({ items }, lines.length === 0 ? [desk.say.administration.nothing] : lines);
}
