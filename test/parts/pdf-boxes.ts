import { getDocumentProxy } from "unpdf";

/** A text where it stands on a page: points from the left and from the top, its width, and the height of its letters. */
interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly base: number;
  readonly width: number;
  readonly size: number;
}

/** A page as a reader lays it out, with its width and height in points. */
interface Paper {
  readonly boxes: readonly TextBox[];
  readonly width: number;
  readonly height: number;
}

/** Finds where each text of a PDF's first page stands. */
export async function firstPageOf(bytes: Uint8Array): Promise<Paper> {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  const page = await document.getPage(1);
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent();
  const boxes = items.flatMap((item): TextBox[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , size, left, base] = item.transform;
    return [{ text: item.str, left, base: height - base, width: item.width, size }];
  });
  return { boxes, width, height };
}

/** Lists what a reader of the paper could not read: a text that is small, cut, outside the margins, or over another one. */
export function paperFaults(paper: Paper, { margin, least }: { margin: number; least: number }): string[] {
  const { boxes } = paper;
  const alone = boxes.flatMap(({ text, left, base, width, size }) => {
    const isBeside = left < margin || left + width > paper.width - margin;
    const isBeyond = base - size < margin || base > paper.height - margin;
    return [
      ...(isBeside || isBeyond ? [`outside the margins: ${text}`] : []),
      ...(size < least ? [`${size} points: ${text}`] : []),
      ...(text.endsWith("\u2026") ? [`cut: ${text}`] : []),
    ];
  });
  const over = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.text} over ${other.text}`] : [])),
  );
  return [...alone, ...over];
}

function meet(one: TextBox, other: TextBox): boolean {
  const isBeside = one.left + one.width <= other.left + 1 || other.left + other.width <= one.left + 1;
  return !isBeside && Math.abs(one.base - other.base) < Math.min(one.size, other.size) * 0.7;
}

/** Writes where each text stands, to the point: what is kept of a paper and compared. */
export function layoutText({ boxes }: Paper): string {
  const rows = boxes.map(({ text, left, base, size }) => {
    const place = [left, base].map((figure) => String(Math.round(figure)).padStart(4));
    return `${place.join(" ")} ${size.toFixed(1).padStart(4)}  ${text}`;
  });
  return `left base size  text\n${rows.join("\n")}\n`;
}
