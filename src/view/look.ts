import type { Catalogue } from "../i18n/catalogue.ts";

/** Marks parts of a text; each mark gives the text back unchanged where there is no colour. */
export interface Theme {
  strong(text: string): string;
  soft(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
}

/** How an answer is shown: in what language, how wide, in what colours. */
export interface RenderOptions {
  readonly say: Catalogue;
  /** Columns of the terminal; null where the answer goes to a file or another program. */
  readonly width: number | null;
  readonly paint: Theme;
  /** What draws rows on a terminal; null elsewhere, where its library is not loaded. */
  readonly draw:
    | ((heads: readonly string[], rows: readonly (readonly string[])[], isRight: readonly boolean[]) => string)
    | null;
}

const same = (text: string) => text;

/** Texts without colour. */
export const PLAIN: Theme = { strong: same, soft: same, good: same, warn: same, bad: same };
