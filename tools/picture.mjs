// Draws what a terminal shows, colours included, as an SVG: each line is text, so that a picture is read and compared as text.
const ESCAPE = "\u001b";
const CELL = { width: 8.43, height: 19 };
const EDGE = 18;
const MARK = new RegExp(`${ESCAPE}\\[([\\d;]*)m`);

/** The colours of a dark terminal and of a light one, by their codes. Dim is how much of the ink a letter has. */
export const SCHEMES = {
  dark: { paper: "#17202a", ink: "#e8e6df", dim: 0.6, 31: "#f2777a", 32: "#8fd19e", 33: "#f3d27a", 36: "#7fd1de" },
  light: { paper: "#ffffff", ink: "#1f2933", dim: 0.7, 31: "#b3261e", 32: "#1b7f4b", 33: "#8a5a00", 36: "#0b7285" },
};

/** Draws lines of text on a terminal of so many columns. @throws for a colour that the scheme has not. */
export function terminalPicture(lines, { columns, scheme }) {
  const colours = SCHEMES[scheme];
  const width = Math.ceil(columns * CELL.width + 2 * EDGE);
  const height = lines.length * CELL.height + 2 * EDGE;
  let style = {};
  const texts = lines.map((line, index) => {
    const y = EDGE + (index + 0.75) * CELL.height;
    const { text, after } = spans(line, style, colours);
    style = after;
    return `<text x="${EDGE}" y="${y}" xml:space="preserve">${text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" rx="9" fill="${colours.paper}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="${colours.ink}">
${texts.join("\n")}
</g>
</svg>
`;
}

/**
 * Turns the colours of one line into spans: bold, dim, and the colours that `porte` uses. A style goes on until another one comes, and what
 * says the same once more ends no span.
 */
function spans(line, before, colours) {
  let after = before;
  const runs = [];
  for (const [index, part] of line.split(MARK).entries()) {
    if (index % 2 === 1) for (const code of part.split(";")) after = restyled(after, Number(code));
    else if (part !== "" && isSame(runs.at(-1)?.style, after)) runs.at(-1).text += part;
    else if (part !== "") runs.push({ text: part, style: after });
  }
  return { text: runs.map(({ text, style }) => span(text, style, colours)).join(""), after };
}

function isSame(one, other) {
  const of = ({ bold = false, dim = false, colour = 0 }) => `${bold} ${dim} ${colour}`;
  return one !== undefined && of(one) === of(other);
}

function restyled(style, code) {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: undefined };
  if (code === 49) return style;
  return { ...style, colour: code };
}

function span(text, { bold, dim, colour }, colours) {
  if (colour !== undefined && colours[colour] === undefined) throw new Error(`the colour ${colour} has no name here`);
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const ink = [dim && `opacity="${colours.dim}"`, colour && `fill="${colours[colour]}"`];
  const marks = [bold && 'font-weight="bold"', ...ink].filter(Boolean);
  return marks.length === 0 ? safe : `<tspan ${marks.join(" ")}>${safe}</tspan>`;
}
