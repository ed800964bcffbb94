// Fills dist/prepared-database.tar.gz: an embedded database at the current schema, so that a first start takes no time.
// Nothing is done where neither the migrations, the preparation nor the engine have changed.
import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const target = new URL("dist/prepared-database.tar.gz", root);
const stamp = new URL("dist/prepared-database.stamp", root);
const migrations = new URL("src/server/db/migrations/", root);

const { dependencies } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
const hash = createHash("sha256").update(dependencies["@electric-sql/pglite"]);
for (const name of (await readdir(migrations)).sort())
  hash.update(name).update(await readFile(new URL(name, migrations)));
hash.update(await readFile(new URL("src/server/db/prepare.ts", root)));
const wanted = hash.digest("hex");

const isThere = await stat(target).then(
  () => true,
  () => false,
);
const found = await readFile(stamp, "utf8").catch(() => "");
if (!isThere || found !== wanted) {
  const { inFolder, open } = createRequire(import.meta.url)("../bin/chunks.js");
  const { prepare } = open(inFolder(fileURLToPath(new URL("dist/server", root)))).load("prepare.cjs");
  await prepare(fileURLToPath(target));
  await writeFile(stamp, wanted);
}
