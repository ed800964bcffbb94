import { inspect } from "node:util";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import type { Lang } from "../../src/i18n/sentences.ts";
import { draw } from "../../src/view/draw.ts";
import { PLAIN, type RenderOptions } from "../../src/view/look.ts";
import { wrapLines } from "../../src/view/wrap.ts";

/** One view, as often as it has faces; a value that is no text is what scripts read. */
type Faces = readonly ((look: RenderOptions, lang: Lang) => string | object | number | null)[];

/** By file of `src/view`, without its ending, then by the function that it exports. */
export type Pages = Readonly<Record<string, Readonly<Record<string, Faces>>>>;

/** A view with each of some values. */
export const each = <Value>(
  values: readonly Value[],
  view: (look: RenderOptions, value: Value, lang: Lang) => ReturnType<Faces[0]>,
) =>
  values.map(
    (value): Faces[0] =>
      (look, lang) =>
        view(look, value, lang),
  );

const LANGS = ["fr", "en"] as const;
const SAYS = { fr: await catalogueOf("fr"), en: await catalogueOf("en") };
const WIDTHS = [120, 100, 80, 60, null] as const;
const named = (width: number | null) => (width === null ? "in a pipe" : `${width} columns`);

/** What scripts read, on lines that a person reads. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return inspect(JSON.parse(JSON.stringify(value)), {
    depth: null,
    breakLength: 118,
    compact: 8,
    maxArrayLength: null,
  });
}

/** One view in one language: each of its faces, at each width at which it is another. */
function shownIn(lang: Lang, name: string, faces: Faces): string {
  const sections = faces.flatMap((face) => {
    const texts = new Map<string, string[]>();
    for (const width of WIDTHS) {
      const look = { say: SAYS[lang], width, paint: PLAIN, draw: width === null ? null : draw };
      const answer = face(look, lang);
      /** A terminal shows what is written as the output layer breaks it. */
      const text = width !== null && typeof answer === "string" ? wrapLines(answer, width) : textOf(answer);
      texts.set(text, [...(texts.get(text) ?? []), named(width)]);
    }
    return [...texts].map(([text, places]) => {
      const where = places.length === WIDTHS.length ? "" : `, ${places.join(", ")}`;
      return `──── ${name}${where}\n${text}\n`;
    });
  });
  return sections.join("\n");
}

/** The pages of a file of views, one a language; what is the same in every language is data, on a page of none. */
export function pagesOf(views: Pages[string]): Readonly<Record<string, string>> {
  const pages = Object.entries(views).map(([name, faces]) => ({
    fr: shownIn("fr", name, faces),
    en: shownIn("en", name, faces),
  }));
  const parts = { data: pages.flatMap(({ fr, en }) => (fr === en ? [fr] : [])) };
  const worded = LANGS.map((lang) => [lang, pages.flatMap((one) => (one.fr === one.en ? [] : [one[lang]]))] as const);
  return Object.fromEntries(
    [...Object.entries(parts), ...worded].flatMap(([of, texts]) =>
      texts.length === 0 ? [] : [[of, texts.join("\n")]],
    ),
  );
}
