// Draws docs/terminal.svg (a machine alone) and docs/terminal-company.svg from what the real programs show on a terminal of 98 columns, colours included: `npm run picture`.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { terminalPicture } from "./picture.mjs";

const COLUMNS = 98;
const ESCAPE = "\u001b";
const NOW = "2026-11-25T16:40:00.000Z";

const folder = mkdtempSync(join(tmpdir(), "porte-"));
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
draw("terminal-company.svg", env, [
  "porte declare novembre --all mission=ACME --leave 24-25 --yes",
  "porte status",
  "porte simulate --tjm 650",
]);
company.kill();

const home = join(folder, "h");
mkdirSync(join(home, "rapports"), { recursive: true });
const alone = { ...process.env, HOME: home, PORTE_NOW: NOW, TERM: "xterm" };
draw("terminal.svg", alone, [
  'porte init --company "Portage Exemple" --fee 7 --deliver folder:~/rapports --yes',
  'porte missions add ACME --client "Acme Conseil" --tjm 650 --from 2026-11-02 --days-ordered 60',
  "porte declare novembre --all mission=ACME --leave 24-25 --yes",
  "porte status",
]);
rmSync(folder, { recursive: true, force: true });

/** Draws what some commands show, one after the other. A home's own path is written as a shell would. */
function draw(name, env, commands) {
  const lines = commands.flatMap((command) => [`\u001b[2m$\u001b[22m ${command}`, ...shown(command, env), ""]);
  const drawn = terminalPicture(lines.slice(0, -1), { columns: COLUMNS, scheme: "dark" });
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), drawn.replaceAll(env.HOME, "~"));
}

function shown(command, env) {
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
