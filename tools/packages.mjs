// The two packages that are published, each laid in a folder of its own with a manifest made for it: a porté who wants the command
// line does not install a server. The clone's own package.json stays whole, for those who build here.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { librariesOf } from "./bundled.mjs";
import { noticesOf } from "./notices.mjs";
import { sbomOf } from "./sbom.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const BOTH = [
  "bin/chunks.js",
  "bin/kept-code.js",
  "bin/package.json",
  "dist/files",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
];

/** Each package: what it says, which bundles it holds, and which files beside. */
export const PACKAGES = {
  porte: {
    description: "The command line of the salarié porté: the month, the expenses, the pay.",
    programs: ["cli", "files", "library"],
    exports: true,
    files: [
      "bin/porte.js",
      "dist/cli",
      "dist/library",
      "dist/man",
      "dist/openapi.json",
      "dist/openapi.yaml",
      "templates/activity-report.json",
      "templates/answers.json",
      "templates/completion/porte.bash",
      "templates/completion/porte.fish",
      "templates/completion/porte.ps1",
      "templates/completion/porte.zsh",
      "templates/report.eta",
      "templates/timesheet.csv",
      "templates/receipt.pdf",
    ],
  },
  "porte-company": {
    description: "An open portage company server that porte talks to, and the commands of its staff.",
    programs: ["server", "files"],
    files: [
      "bin/porte-company.js",
      "dist/server",
      "dist/contract.json",
      "dist/man",
      "dist/prepared-database.tar.gz",
      "templates",
      "docs",
      "dist/openapi.yaml",
    ],
  },
};

/** Lays a package in a folder, ready for `npm pack`. @returns the folder. */
async function layPackage(name) {
  const { description, programs, files } = PACKAGES[name];
  const folder = join(ROOT, "dist", "packages", name);
  await rm(folder, { recursive: true, force: true });
  for (const file of [...BOTH, ...files]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(ROOT, file), join(folder, file), {
      recursive: true,
      filter: (path) => !path.endsWith("bundled.json") && (!path.endsWith(".1") || isPageOf(name, path)),
    });
  }
  const root = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const libraries = librariesOf(programs);
  const manifest = manifestFor(name, description, root, libraries.outside);
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(folder, "THIRD-PARTY-NOTICES.txt"), noticesOf(libraries.inside));
  await writeFile(join(folder, "sbom.cdx.json"), sbomOf(manifest, libraries));
  await settleModes(folder);
  return folder;
}

/** The manual pages of the other program are the other package's. */
function isPageOf(name, path) {
  return basename(path).startsWith("porte-company") === (name === "porte-company");
}

/** Packs a package. @returns the path of its tarball, in dist/packages. @throws where npm does not. */
export async function pack(name) {
  const folder = await layPackage(name);
  const into = join(folder, "..");
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", into];
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  const answer = JSON.parse(stdout);
  const [{ filename, size, unpackedSize, entryCount }] = Array.isArray(answer) ? answer : Object.values(answer);
  return { tarball: join(into, filename), size, unpackedSize, entryCount };
}

/** What is bundled is no dependency. What is optional is found where somebody installed it beside, and never installed for him. */
function manifestFor(name, description, root, outside) {
  const { version, license, keywords, type, engines, dependencies, optionalDependencies } = root;
  const asked = Object.fromEntries(outside.filter((one) => one in dependencies).map((one) => [one, dependencies[one]]));
  const peers = outside.filter((one) => one in optionalDependencies);
  const manifest = { name, version, description, license, keywords, type, engines, bin: { [name]: `bin/${name}.js` } };
  manifest.man = manPagesIn(name);
  if (PACKAGES[name].exports) manifest.exports = root.exports;
  if (Object.keys(asked).length > 0) manifest.dependencies = asked;
  if (peers.length > 0) {
    manifest.peerDependencies = Object.fromEntries(peers.map((one) => [one, `^${optionalDependencies[one]}`]));
    manifest.peerDependenciesMeta = Object.fromEntries(peers.map((one) => [one, { optional: true }]));
  }
  return manifest;
}

/** The pages that npm links: those of the language that the programs speak where none is asked for. */
function manPagesIn(name) {
  const folder = "dist/man/fr/man1";
  return readdirSync(join(ROOT, folder))
    .filter((page) => isPageOf(name, page))
    .sort()
    .map((page) => `${folder}/${page}`);
}

/** The same modes whoever packs, whatever the umask: anyone reads, programs run. */
async function settleModes(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isProgram = entry.isDirectory() || /bin\/porte(-company)?\.js$/.test(path.replaceAll("\\", "/"));
    await chmod(path, isProgram ? 0o755 : 0o644);
  }
}
