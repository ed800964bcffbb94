import { type Catalogue, catalogueOf } from "../../src/i18n/catalogue.ts";

const OPEN = "⟦";
const CLOSE = "⟧";
/** Around a text that a sentence was given, and that is none of the catalogue's own. */
const [RAW_OPEN, RAW_CLOSE] = ["⟨", "⟩"];

/**
 * A language of its own, for a test: French whose every sentence is marked, `⟦Rien ne vous attend.⟧`, so that one that is not of the
 * catalogue stands out wherever it is shown.
 */
export async function pseudoCatalogue(): Promise<Catalogue> {
  return marked(await catalogueOf("fr")) as Catalogue;
}

function marked(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? "" : `${OPEN}${value}${CLOSE}`;
  if (typeof value === "function")
    return (...given: unknown[]) => marked((value as (...given: unknown[]) => unknown)(...given.map(raw)));
  if (Array.isArray(value)) return value.map(marked);
  if (value === null || typeof value !== "object") return value;
  return new Proxy(value, {
    get: (of, name) => (typeof name === "symbol" ? Reflect.get(of, name) : marked(Reflect.get(of, name))),
  });
}

/** A sentence that is given to another must be marked itself: where it is not, it is told apart from the sentence that it is in. */
function raw(given: unknown): unknown {
  const isSentence = typeof given === "string" && /\p{L} \p{L}/u.test(given) && !given.includes(OPEN);
  return isSentence ? `${RAW_OPEN}${given}${RAW_CLOSE}` : given;
}

/** What of a text is not of the catalogue. */
export function unmarked(text: string): string {
  let left = text;
  const raws: string[] = [];
  for (;;) {
    const inner = left.replace(/⟦[^⟦⟧]*⟧/gu, (found) => {
      raws.push(...(found.match(/⟨[^⟨⟩]*⟩/gu) ?? []));
      return "";
    });
    if (inner === left) return [left, ...raws].join("\n").replace(/[⟨⟩]/g, "");
    left = inner;
  }
}
