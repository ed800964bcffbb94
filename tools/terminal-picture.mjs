// Draws docs/terminal.svg from what the real programs show on a terminal of 98 columns, colours included: `npm run picture`.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const COLUMNS = 98;
const ESCAPE = "\u001b";
const CELL = { width: 8.43, height: 19 };
const EDGE = 18;
const COLOURS = { 31: "#f2777a", 32: "#8fd19e", 33: "#f3d27a" };
const MARK = new RegExp(`${ESCAPE}\\[([\\d;]*)m`);
const NOW = "2026-11-25T16:40:00.000Z";

const folder = mkdtempSync(join(tmpdir(), "porte-picture-"));
const words = ["bin/porte-company.js", "serve", "--demo", "--data", folder, "--port", "0", "--json"];
const company = spawn(process.execPath, words, {
  env: { ...process.env, PORTE_NOW: NOW },
  stdio: ["ignore", "pipe", "ignore"],
});
const line = await new Promise((resolve) => createInterface({ input: company.stdout }).once("line", resolve));
const { url, portes } = JSON.parse(line);
const env = {
  ...process.env,
  HOME: folder,
  PORTE_NOW: NOW,
  PORTE_API_URL: url,
  PORTE_TOKEN: portes[0].token,
  TERM: "xterm",
};
const lines = [
  "porte declare 2026-11 --days 2-26 --yes",
  "porte status",
  "porte simulate --tjm 650 --days 18 --level senior",
].flatMap((command) => [`\u001b[2m$\u001b[22m ${command}`, ...shown(command), ""]);
company.kill();
rmSync(folder, { recursive: true, force: true });
writeFileSync(new URL("../docs/terminal.svg", import.meta.url), picture(lines.slice(0, -1)));

function shown(command) {
  const typed = command.replace(/^porte/, `'${process.execPath}' bin/porte.js`);
  const { stdout } = spawnSync("script", ["-qec", `stty cols ${COLUMNS}; ${typed}`, "/dev/null"], {
    env,
    input: "",
    timeout: 20_000,
  });
  return left(stdout.toString()).trimEnd().split("\n");
}

/** What stays on the screen: a line that was wiped for another, as a wait does, is gone, and what moves or hides the cursor shows nothing. */
function left(text) {
  const wiped = new RegExp(`^.*${ESCAPE}\\[(?:1G${ESCAPE}\\[0|2)K`, "gm");
  const others = new RegExp(`${ESCAPE}\\[[?\\d;]*[A-Za-ln-z]`, "g");
  return text.replaceAll("\r", "").replace(wiped, "").replace(others, "");
}

function picture(rows) {
  const width = Math.ceil(COLUMNS * CELL.width + 2 * EDGE);
  const height = rows.length * CELL.height + 2 * EDGE;
  const texts = rows.map((row, index) => {
    const y = EDGE + (index + 0.75) * CELL.height;
    return `<text x="${EDGE}" y="${y}" xml:space="preserve">${spans(row)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" rx="9" fill="#17202a"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#e8e6df">
${texts.join("\n")}
</g>
</svg>
`;
}

/** Turns the colours of one line into spans: bold, dim and the three colours that `porte` uses. */
function spans(row) {
  let style = {};
  return row
    .split(MARK)
    .map((part, index) => {
      if (index % 2 === 1) style = restyled(style, Number(part));
      return index % 2 === 1 || part === "" ? "" : span(part, style);
    })
    .join("");
}

function restyled(style, code) {
  if (code === 0) return {};
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: undefined };
  return { ...style, ...(code === 1 ? { bold: true } : code === 2 ? { dim: true } : { colour: COLOURS[code] }) };
}

function span(text, { bold, dim, colour }) {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const marks = [bold && 'font-weight="bold"', dim && 'opacity="0.6"', colour && `fill="${colour}"`].filter(Boolean);
  return marks.length === 0 ? safe : `<tspan ${marks.join(" ")}>${safe}</tspan>`;
}
