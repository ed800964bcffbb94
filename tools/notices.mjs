// The licences of the libraries that a package holds, as their authors ask: the text of each, once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|unlicense|notice)([.-].*)?$/i;

/** What lies inside a library's own build, and has an author of its own. */
const WITHIN = {
  unpdf: "It holds PDF.js, Copyright Mozilla Foundation, under the Apache-2.0 licence, whose text this file holds too.",
};

/** What a licence asks to be said beside its text. */
const SAID = {
  "MPL-2.0": (library) => `Its source is published, unchanged, at ${sourceOf(library)}`,
};

/** A package that is here for the build has its text without an author's name. */
const APACHE = new URL("../node_modules/typescript/LICENSE.txt", import.meta.url);

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * Writes the notices of libraries: the same libraries give the same text. Libraries of one text stand together.
 * @throws where a library has no licence, or no text and a licence whose text nobody else brings.
 */
export function noticesOf(libraries) {
  const texts = new Map(libraries.map((library) => [library, ownText(library)]));
  const groups = new Map();
  for (const [library, own] of texts) {
    const text = own ?? standardText(library);
    groups.set(text, [...(groups.get(text) ?? []), library]);
  }
  const sections = [...groups].map(([text, group]) => [...group.map(titleOf), "", text].join("\n"));
  const title = `This package holds ${libraries.length} libraries, in whole or in part. Their licences:`;
  return `${[title, ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function titleOf(library) {
  const said = [WITHIN[library.name], SAID[library.license]?.(library)].filter(Boolean);
  return [`${library.name} ${library.version} (${library.license})`, ...said.map((words) => `  ${words}`)].join("\n");
}

function ownText({ folder }) {
  const names = readdirSync(folder).filter((name) => LICENCE_FILE.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
  return texts.length === 0 ? null : texts.join("\n\n");
}

/** For a library that names its licence in its manifest alone. */
function standardText({ name, license, author }) {
  if (license === "MIT") return `Copyright (c) ${authorOf(author) ?? `the authors of ${name}`}\n\n${MIT}`;
  if (license === "Apache-2.0") return readFileSync(APACHE, "utf8").replaceAll("\r\n", "\n").trim();
  throw new Error(`${name}: there is no text of its licence (${license})`);
}

function authorOf(author) {
  return typeof author === "string" ? author : author?.name;
}

function sourceOf({ name, version, repository }) {
  const url = (typeof repository === "string" ? repository : repository?.url)
    ?.replace(/^git\+/, "")
    .replace(/\.git$/, "");
  return `${url ?? name}, version ${version}, and in npm's package ${name}@${version}.`;
}
