// The JSON Schema of what each command answers with `--json`, from the types of what it shows: the compiler knows them, so nobody
// writes them a second time. `answerSchemas(table)` gives them by program and by the words of the command.
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { leavesOf } from "./command-table.mjs";
import { schemaOf } from "./type-schema.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const COMMANDS = join(ROOT, "src", "commands");

/** What `porte` alone does is what another command does. */
const HOME = "program/home.ts";

/** What a run may add to its answer: how old it is where the company is away, and what was remarked on the way. */
const AGE = { asOf: { type: ["null", "string"], format: "date-time" }, stale: { const: true } };
const WARNINGS = {
  type: "array",
  items: {
    type: "object",
    properties: { code: { type: "string" }, message: { type: "string" } },
    required: ["code", "message"],
  },
};

/** Gives the schema of each command's answer, by program. @throws for a command that shows nothing whose type is known. */
export function answerSchemas(table) {
  const leaves = {
    porte: [{ path: "", spec: table.home }, ...leavesOf(table.porte)],
    "porte-company": leavesOf(table["porte-company"]),
  };
  const files = Object.values(leaves).flatMap((all) => all.map(({ spec }) => spec.load.file));
  const options = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config.compilerOptions;
  const { options: compiled } = ts.convertCompilerOptionsFromJson(options, ROOT);
  const program = ts.createProgram(files, { ...compiled, types: ["node"] });
  const each = ([name, all]) => [name, Object.fromEntries(all.map((leaf) => schemaOfLeaf(program, leaf)))];
  return Object.fromEntries(Object.entries(leaves).map(each));
}

function schemaOfLeaf(program, { path, spec }) {
  const checker = program.getTypeChecker();
  const shown = shownBy(program, checker, spec.load.file);
  if (shown.length === 0)
    throw new Error(`${path}: ${relative(ROOT, spec.load.file)} shows nothing whose type is known`);
  return [path, answerOf(shown.map((one) => schemaOf(checker, one)))];
}

/** The types of all that a command's `run` shows, itself or by what it calls in the commands' folder. */
function shownBy(program, checker, file) {
  const source = program.getSourceFile(file);
  const run = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find(({ name }) => name === "run");
  const seen = new Set();
  const shown = [];
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      if (isShow(node.expression)) shown.push(madeBy(checker.getTypeAtLocation(node.arguments[0])));
      else follow(checker, node.expression, source, enter);
    }
    ts.forEachChild(node, visit);
  };
  const enter = (declaration) => {
    if (seen.has(declaration)) return;
    seen.add(declaration);
    visit(declaration);
  };
  for (const declaration of run.declarations) enter(declaration);
  return shown;
}

/** What is shown may be made only when it is asked for: it is then what that gives. */
function madeBy(type) {
  const [signature] = type.getCallSignatures();
  return signature === undefined ? type : signature.getReturnType();
}

function isShow(expression) {
  return (
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === "show" &&
    /context$/i.test(expression.expression.getText())
  );
}

/** Goes where a call leads, within the commands; what another command runs is that command's own answer. */
function follow(checker, expression, source, enter) {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  let symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return;
  if (symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  for (const declaration of symbol.declarations ?? []) {
    const file = declaration.getSourceFile();
    const isOther = symbol.name === "run" && file !== source && !source.fileName.endsWith(HOME);
    if (file.fileName.startsWith(COMMANDS) && !isOther) enter(declaration);
  }
}

/** One schema for all forms of an answer. */
function answerOf(schemas) {
  const forms = new Map(
    schemas
      .flatMap((schema) => schema.anyOf ?? [schema])
      .map((schema) => [JSON.stringify(schema), withRemarks(schema)]),
  );
  const all = [...forms.values()];
  const draft = { $schema: "https://json-schema.org/draft/2020-12/schema" };
  return all.length === 1 ? { ...draft, ...all[0] } : { ...draft, anyOf: all };
}

function withRemarks(schema) {
  if (schema.properties === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, ...AGE, warnings: schema.properties.warnings ?? WARNINGS } };
}

/** The schemas of a program as they are kept in the package: a command a line, so that a change is a line. */
export function schemasText(schemas) {
  const lines = Object.entries(schemas).map(([path, schema]) => `${JSON.stringify(path)}: ${JSON.stringify(schema)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
