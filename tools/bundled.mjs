// Which libraries a bundle holds, and which it leaves to npm: what is published says so, with their licences.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The list of a bundle's libraries, in its folder. */
export const BUNDLED = "bundled.json";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** What a bundle's chunks hold (`inside`: folders, as package-lock.json names them) and ask of npm (`outside`: names), sorted. */
export function librariesIn(output, leftInPlace) {
  const installed = realpathSync(join(ROOT, "node_modules"));
  const modules = output.flatMap((chunk) => Object.entries(chunk.modules ?? {}));
  /** What was dropped whole is not there. */
  const used = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id.split("?")[0]);
  const folders = used.filter((id) => id.startsWith(installed)).map((id) => libraryOf(installed, id));
  /** A library's own require() is in no list of imports. */
  const asked = output.flatMap(({ code = "" }) => [...code.matchAll(/\b(?:require|import)\(["'`]([^"'`]+)["'`]\)/g)]);
  const names = new Set(asked.map(([, name]) => name));
  return {
    inside: [...new Set(folders)].sort(),
    outside: leftInPlace.filter((name) => names.has(name)).sort(),
  };
}

/** The package that a file belongs to: the last one on its way from node_modules. */
function libraryOf(installed, id) {
  const path = `node_modules/${relative(installed, id)}`;
  const place = path.lastIndexOf("node_modules/") + "node_modules/".length;
  const words = path.slice(place).split("/");
  const folder = path.slice(0, place) + words.slice(0, words[0].startsWith("@") ? 2 : 1).join("/");
  if (!existsSync(join(ROOT, folder, "package.json"))) throw new Error(`${id}: of which package?`);
  return folder;
}

/** The libraries of bundles, once each, with what their manifests say. */
export function librariesOf(programs) {
  const lists = programs.map((program) => JSON.parse(readFileSync(join(ROOT, "dist", program, BUNDLED), "utf8")));
  const inside = [...new Set(lists.flatMap((list) => list.inside))].sort();
  return {
    inside: inside.map((folder) => ({ folder: join(ROOT, folder), locked: folder, ...manifestOf(folder) })),
    outside: [...new Set(lists.flatMap((list) => list.outside))].sort(),
  };
}

/** What a library says of itself. */
export function manifestOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(ROOT, folder, "package.json"), "utf8"),
  );
  return { name, version, license, author, repository };
}
