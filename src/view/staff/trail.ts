import type { components } from "../../contract/types.ts";
import { nameOf } from "../../i18n/names.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

type Entry = components["schemas"]["AuditEntry"];
type Values = Readonly<Record<string, unknown>>;

/** Lists what was done, newest first: when, by whom, to what; and beneath, what it was before and after. */
export function trailText(look: RenderOptions, entries: readonly Entry[]): string {
  const { administration, staff, format, labelled } = look.say;
  const { heads } = staff;
  if (entries.length === 0) return administration.nothing;
  const columns = [{ title: heads.at, gives: "never" as const }, { title: heads.by }, { title: heads.act }];
  const rows = entries.flatMap((one) => {
    const act = labelled(administration.acts[one.act], administration.tables[one.table] ?? one.table);
    const changes = changesOf(look, one).join(" · ");
    /** Where lines are cut apart by tabs, each has all that it says. */
    if (look.width === null) return [[format.instant(one.at), one.by, act, changes]];
    return [[format.instant(one.at), one.by, act], ...(changes === "" ? [] : [[`    ${changes}`]])];
  });
  return table(look, columns, rows);
}

/** Each value that is another than before; of what was added or deleted, every one that it has, but nothing where nothing is said. */
function changesOf({ say }: RenderOptions, { before, after }: Entry): string[] {
  const [was, is] = [flat(before ?? {}), flat(after ?? {})];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !BESIDE.test(name));
  return names.flatMap((name) => {
    const [one, other] = [was[name] ?? null, is[name] ?? null];
    if (one === other || (before === null && other === "")) return [];
    const said = (value: unknown) => valueText(say, name, value);
    const kept = before === null ? other : one;
    const text = before === null || after === null ? said(kept) : `${said(one)} → ${said(other)}`;
    return [say.labelled(name.replace(/_?cents$/i, "").replaceAll("_", " "), text)];
  });
}

/** What stands beside already, when and by whom, and the keys that rows name each other by; `--json` has them. */
const BESIDE = /^(?:id|recorded_at|recorded_by|etag|revision|sha256|.*_id)$/;

/** An amount in euros, a month, a day and a moment as they are read, a choice in words; anything else as it is kept. */
function valueText({ format, states, categories }: RenderOptions["say"], name: string, value: unknown): string {
  if (value === null || value === "") return "–";
  if (typeof value === "number" && /cents$/i.test(name)) return format.euros(value);
  const text = String(value);
  if (/^\d{4}-\d{2}$/.test(text)) return format.month(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return format.instant(text);
  const names = { state: states, category: categories }[name];
  return names === undefined ? text : nameOf(names, text);
}

/** What holds other values gives each of them, beneath its name. */
function flat(values: Values, above = ""): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const way = `${above}${name}`;
      if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return [[way, value.join(", ")]];
      if (typeof value === "object" && value !== null) return Object.entries(flat(value as Values, `${way}.`));
      return [[way, value]];
    }),
  );
}
