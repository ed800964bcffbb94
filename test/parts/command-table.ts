import type { CommandSpec, InputSpec } from "../../src/commands/command.ts";
import type { Catalogue } from "../../src/i18n/catalogue.ts";

/** A command as the tools read it: what runs it is named by its file. */
interface TableSpec extends Omit<CommandSpec, "load" | "commands"> {
  readonly load: { readonly file: string } | null;
  readonly commands: readonly TableSpec[];
}

interface Table {
  readonly porte: readonly TableSpec[];
  readonly "porte-company": readonly TableSpec[];
  readonly home: TableSpec;
  readonly globals: readonly InputSpec[];
  catalogueOf(lang: string): Promise<Catalogue>;
}

interface TableLeaf {
  readonly path: string;
  readonly spec: TableSpec;
}

interface Tools {
  commandTable(): Promise<Table>;
  leavesOf(commands: readonly TableSpec[]): TableLeaf[];
  answerSchemas(table: Table): Readonly<Record<"porte" | "porte-company", object>>;
  schemasText(schemas: object): string;
  pageName(spec: Pick<TableSpec, "name">): string;
  manPages(table: Table, say: Catalogue, lang: string, version: string): Readonly<Record<string, string>>;
}

const tool = (name: string) => import(new URL(`../../tools/${name}.mjs`, import.meta.url).href);
const [table, schemas, pages] = await Promise.all(["command-table", "answer-schemas", "man-pages"].map(tool));

/** What the build makes of the tables of commands, for tests to make it again. */
export const TOOLS: Tools = { ...table, ...schemas, ...pages };
