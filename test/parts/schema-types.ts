import { dirname, join } from "node:path";
import ts from "typescript";

/** A column as the program's types describe it. */
export interface TypedColumn {
  /** What a row holds: `string`, `number`, `boolean`, `Date`, `bytes` or `json`. */
  readonly type: string;
  readonly nullable: boolean;
  /** How it is written: always, only where the database has nothing of its own to put there, or never. */
  readonly written: "required" | "optional" | "never";
}

const SCHEMA = join(import.meta.dirname, "../../src/server/db/schema.ts");

/** Asks the compiler what rows kysely reads and writes by the types of the server's schema. @returns the columns of each table. */
export function typedSchema(): Map<string, Map<string, TypedColumn>> {
  const asked = join(dirname(SCHEMA), "asked.ts");
  const text = `import type { Insertable, Selectable } from "kysely";
    import type { Database } from "./schema.ts";
    export type Read = { [Table in keyof Database]: Selectable<Database[Table]> };
    export type Written = { [Table in keyof Database]: Insertable<Database[Table]> };`;
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === asked || fileExists(file);
  host.getSourceFile = (file, version) =>
    file === asked ? ts.createSourceFile(file, text, version) : getSourceFile(file, version);
  const program = ts.createProgram([asked], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(asked);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error("the schema's types are not read");
  const [read, written] = ["Read", "Written"].map((name) => {
    const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`no ${name}`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  }) as [ts.Type, ts.Type];
  const columns = (table: ts.Symbol) => checker.getTypeOfSymbol(table).getProperties();
  return new Map(
    read.getProperties().map((table) => {
      const inserts = written.getProperty(table.name);
      const insertable = new Map((inserts === undefined ? [] : columns(inserts)).map((one) => [one.name, one]));
      const typed = columns(table).map((column): [string, TypedColumn] => [
        column.name,
        { ...shownOf(checker, checker.getTypeOfSymbol(column)), written: howWritten(insertable.get(column.name)) },
      ]);
      return [table.name, new Map(typed)];
    }),
  );
}

function howWritten(column: ts.Symbol | undefined): TypedColumn["written"] {
  if (column === undefined) return "never";
  return (column.flags & ts.SymbolFlags.Optional) === 0 ? "required" : "optional";
}

function shownOf(checker: ts.TypeChecker, type: ts.Type): Pick<TypedColumn, "type" | "nullable"> {
  const parts = type.isUnion() ? type.types : [type];
  const isNull = (one: ts.Type) => (one.flags & ts.TypeFlags.Null) !== 0;
  const kinds = new Set(parts.filter((one) => !isNull(one)).map((one) => kindOf(checker, one)));
  return { type: [...kinds].sort().join(" | "), nullable: parts.some(isNull) };
}

const KINDS = [
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.BooleanLike, "boolean"],
] as const;

function kindOf(checker: ts.TypeChecker, type: ts.Type): string {
  const known = KINDS.find(([flag]) => (type.flags & flag) !== 0);
  if (known !== undefined) return known[1];
  const written = checker.typeToString(type);
  if (written.startsWith("Uint8Array")) return "bytes";
  return written === "Date" ? "Date" : "json";
}
