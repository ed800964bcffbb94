import type { Context } from "../../cli/context.ts";
import { camelCase } from "../../domain/kebab.ts";
import { changesBetween } from "../../domain/local/sheet-facts.ts";
import { PorteError } from "../../errors.ts";
import { assertLocal, readSheet, saveSheet } from "../../flows/local/sheet.ts";
import { sheetDocument } from "../../portage/sheet-document.ts";
import { SHEET_TERMS, type TypedTerms } from "../../portage/sheet-terms.ts";
import { sheetChangesText } from "../../view/sheet.ts";
import { readBack } from "./read-back.ts";
import { type FactsInput, factsFrom } from "./said.ts";

interface Input extends FactsInput, Omit<TypedTerms, "charges"> {
  readonly charge?: readonly NonNullable<TypedTerms["charges"]>[];
  readonly clear?: readonly string[];
}

/** Changes what is typed of what is known of the company, and nothing else. @throws {PorteError} `local.connected`, `local.nothing_said`. */
export async function run(
  context: Pick<Context, "say" | "look" | "env" | "ownSession" | "warn" | "note" | "show">,
  { clear = [], charge, ...input }: Input,
): Promise<void> {
  const session = await context.ownSession();
  assertLocal(session);
  const { sheet } = await readSheet(session);
  const isTerm = (name: string) => (SHEET_TERMS as readonly string[]).includes(name);
  const typed = Object.entries(input);
  const facts = factsFrom(context, Object.fromEntries(typed.filter(([name]) => !isTerm(name))) as FactsInput, sheet);
  const terms: TypedTerms = {
    ...Object.fromEntries(typed.filter(([name]) => isTerm(name))),
    ...(charge === undefined ? {} : { charges: charge.flat() }),
  };
  if (Object.keys(facts).length + Object.keys(terms).length + clear.length === 0)
    throw new PorteError("local.nothing_said", { command: "porte company set" });
  const after = await saveSheet(session, sheet, { facts, terms, cleared: clear.map(camelCase) });
  const changes = changesBetween(sheet, after);
  context.show({ ...sheetDocument(after), changed: changes }, () =>
    changes.length === 0
      ? context.say.sheet.asBefore
      : sheetChangesText(context.look, { before: sheet, after, changes }),
  );
  readBack(context, facts, session.machine);
}
