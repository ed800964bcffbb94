import type { components } from "../../contract/types.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

type Entry = components["schemas"]["AuditEntry"];

/** Lists what was done, newest first: when, by whom, to what, and what it was before and after. */
export function trailText(look: RenderOptions, entries: readonly Entry[]): string {
  const { administration, staff, format } = look.say;
  const { heads } = staff;
  if (entries.length === 0) return administration.nothing;
  const columns = [
    { title: heads.at, gives: "never" as const },
    { title: heads.by },
    { title: heads.act },
    { title: heads.changed },
  ];
  const rows = entries.map((one) => [
    format.instant(one.at),
    one.by,
    look.say.labelled(administration.acts[one.act], one.table),
    changesOf(one).join(" · "),
  ]);
  return table(look, columns, rows);
}

/** Each value that is another than before; of what was added or deleted, every one that it has. */
function changesOf({ before, after }: Entry): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const text = (values: Entry["before"], name: string) => JSON.stringify(values?.[name] ?? null);
  return names.flatMap((name) => {
    const [was, is] = [text(before, name), text(after, name)];
    if (was === is) return [];
    if (before === null) return [`${name} ${is}`];
    return [after === null ? `${name} ${was}` : `${name} ${was} → ${is}`];
  });
}
