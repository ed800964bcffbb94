import { basename } from "node:path";
import type { Context } from "../cli/context.ts";
import type { Prompt } from "../cli/prompt.ts";
import { missingOf, type StoredLayout, type TableKind } from "../files/tables/kind.ts";
import { type ShownRows, shownRows, storedLayout } from "../files/tables/shown.ts";
import type { TableSource } from "../files/tables/source.ts";
import { lookAt, type TableMeans } from "../files/tables/table.ts";
import { TableLayouts } from "../store/table-layouts.ts";

/** Asks where the columns of a table are, and keeps what is answered under a name. */
export async function askLayout<Column extends string>(
  context: Pick<Context, "say" | "machine" | "note">,
  prompt: Prompt,
  { source, kind, means }: { source: TableSource; kind: TableKind<Column>; means: TableMeans },
): Promise<StoredLayout> {
  const { tables: words } = context.say;
  const { first } = await lookAt(source, kind, means);
  const shown = shownRows(first, kind);
  context.note(words.askHead(source.name));
  const columns: Partial<Record<Column, number>> = {};
  for (const column of missingOf(kind, shown.places)) {
    const place = await prompt.choice(words.askColumn(column), choicesOf(shown));
    columns[column] = Number(place);
  }
  const name = await prompt.text(words.askName, basename(source.name).replace(/\.\w+$/, ""));
  const kept = storedLayout(kind, shown, { name: name.trim() || "1", columns, dates: null, decimal: null });
  await new TableLayouts(context.machine().folders).keep(kept);
  context.note(words.layoutKept(kept.name));
  return kept;
}

function choicesOf<Column extends string>({ header, example, width }: ShownRows<Column>) {
  return Array.from({ length: width }, (_, place) => {
    const parts = [header, example].flatMap((row) => row?.cells[place]?.trim() || []);
    return { name: `${place + 1}. ${parts.join(" · ").slice(0, 70)}`, value: String(place) };
  });
}
