import type { Catalogue } from "../i18n/catalogue.ts";
import { inOneLine } from "../i18n/printable.ts";
import { exportFaultText } from "./export.ts";
import type { RenderOptions } from "./look.ts";

type Words = Catalogue["restored"];
type AreaName = keyof Words["areas"];

/** What a profile was made of, as it is shown. */
interface ShownProfile {
  readonly folder: string;
  readonly months: readonly string[];
  readonly added: Readonly<Record<AreaName | "typed", number>>;
  readonly documents: number;
  readonly differing: readonly { readonly area: AreaName; readonly key: string }[];
  readonly faults: readonly {
    readonly path: string;
    readonly fault: "missing" | "changed" | "link" | "path" | "line";
  }[];
  readonly left: readonly (keyof Words["lists"])[];
}

/** A profile that was made of an export, as scripts read it. */
export function restoredJson({ folder, months, added, documents, differing, faults, left }: ShownProfile) {
  return {
    folder,
    months: [...months],
    added: { ...added, documents },
    differing: differing.map(({ area, key }) => ({ area, key })),
    faults: faults.map(({ path, fault }) => ({ path, fault })),
    left: [...left],
  };
}

/** A profile that was made of an export, in a few lines: what is new, what is said otherwise here, what could not be taken. */
export function restoredText({ say }: Pick<RenderOptions, "say">, shown: ShownProfile): string {
  const { restored: words } = say;
  const { folder, months, differing, faults, left } = shown;
  const counts = Object.entries({ ...shown.added, documents: shown.documents }) as [keyof Words["counts"], number][];
  const news = counts.filter(([, count]) => count > 0).map(([name, count]) => words.counts[name](count));
  const own = differing.map(({ area, key }) => (area === "sheet" ? words.areas.sheet : `${words.areas[area]} ${key}`));
  return [
    news.length === 0 ? words.nothingNew(inOneLine(folder)) : words.done(inOneLine(folder), months.length),
    ...(news.length === 0 ? [] : [say.labelled(words.added, words.and(news))]),
    ...(own.length === 0 ? [] : [say.labelled(words.differing, inOneLine(words.and(own)))]),
    ...(faults.length === 0 ? [] : [words.faults(faults.length)]),
    ...faults.map((one) => `  ${exportFaultText(say, one)}`),
    ...(left.length === 0 ? [] : [words.left(words.and(left.map((name) => words.lists[name])))]),
  ].join("\n");
}
