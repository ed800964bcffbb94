import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foldersFrom, NOWHERE } from "../../src/store/folders.ts";
import { NOW, ROOT, runFile } from "../parts/programs.ts";

describe("the folders", () => {
  const onLinux = (env: Record<string, string>, home: string | null = "/home/c") => foldersFrom(env, home, "linux");
  const onWindows = (env: Record<string, string>, home: string | null = "C:\\Users\\C") =>
    foldersFrom(env, home, "win32");

  test.each([
    [onLinux({}), "/home/c/.config/porte", "/home/c/.local/share/porte"],
    [onLinux({ XDG_CONFIG_HOME: "/x", XDG_DATA_HOME: "/y" }), "/x/porte", "/y/porte"],
    [onLinux({ XDG_CONFIG_HOME: "x", XDG_DATA_HOME: "" }), "/home/c/.config/porte", "/home/c/.local/share/porte"],
    [onLinux({ PORTE_CONFIG_DIR: "/a", PORTE_DATA_DIR: "/b", XDG_DATA_HOME: "/y" }), "/a", "/b"],
    [onLinux({}, null), NOWHERE, NOWHERE],
    [onLinux({}, ""), NOWHERE, NOWHERE],
    [onLinux({ PORTE_DATA_DIR: "/b" }, null), NOWHERE, "/b"],
    [
      onWindows({ APPDATA: "C:\\Users\\C\\AppData\\Roaming", LOCALAPPDATA: "D:\\Local" }),
      "C:\\Users\\C\\AppData\\Roaming\\porte",
      "D:\\Local\\porte",
    ],
    [onWindows({}), "C:\\Users\\C\\AppData\\Roaming\\porte", "C:\\Users\\C\\AppData\\Local\\porte"],
    [onWindows({}, null), NOWHERE, NOWHERE],
  ])("%j", (found, config, data) => {
    expect(found).toEqual({ config, data });
  });
});

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-places-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const PORTE = `"${process.execPath}" "${join(ROOT, "bin", "porte.js")}"`;
const MATCH = `${PORTE} declare match a=ACME`;
const IS_ROOT = process.getuid?.() === 0;
/** A person without the rights of root, who may do everything anywhere. */
const NOBODY = ["--reuid=65534", "--regid=65534", "--clear-groups"];
const AS_NOBODY = IS_ROOT ? `setpriv ${NOBODY.join(" ")} ` : "";
/** A checkout in root's own folder is nobody's to read. */
const isReadByNobody =
  !IS_ROOT || spawnSync("setpriv", [...NOBODY, "test", "-r", join(ROOT, "package.json")]).status === 0;

function shell(script: string, env: Readonly<Record<string, string | undefined>> = {}) {
  return runFile("/bin/sh", ["-c", script], { env: { HOME: home, PORTE_LANG: "en", PORTE_NOW: NOW, ...env } });
}

/** Mounts; where the machine refuses it even to root, as a container may, the test is told to be left out, and in CI it fails. */
function mounted(skip: (why: string) => void, words: readonly string[]): void {
  const { status, stderr } = spawnSync("mount", words, { encoding: "utf8" });
  if (status === 0) return;
  if (process.env.CI === "true") throw new Error(stderr);
  skip(stderr);
}

describe("files of ours", () => {
  test.each(["000", "022", "777"])("are their owner's alone under a umask of %s", async (umask) => {
    const { code, stderr } = await shell(`umask ${umask}; ${MATCH}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const made = readdirSync(home, { recursive: true, withFileTypes: true });
    expect(made.length).toBeGreaterThan(5);
    for (const entry of made) {
      const { mode } = statSync(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o777]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
  });

  test("stay behind the links that lead to them, also to what is not there yet", async () => {
    const elsewhere = join(home, "elsewhere");
    mkdirSync(join(home, ".config"));
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(home, ".config", "porte"));
    symlinkSync(join(elsewhere, "dotfiles.json"), join(elsewhere, "settings.json"));

    expect((await shell(MATCH)).code).toBe(0);
    expect((await shell(`${PORTE} declare match b=ACME`)).code).toBe(0);

    expect(lstatSync(join(home, ".config", "porte")).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(elsewhere, "settings.json"))).toBe(join(elsewhere, "dotfiles.json"));
    expect(JSON.parse(readFileSync(join(elsewhere, "dotfiles.json"), "utf8")).matches).toHaveLength(2);
  });

  test("are as they were where nothing more can be written", async () => {
    expect((await shell(MATCH)).code).toBe(0);
    const file = join(home, ".config", "porte", "settings.json");
    const before = readFileSync(file, "utf8");

    const { code, stderr } = await shell(`ulimit -f 0; ${PORTE} declare match b=ACME`);

    expect(code).toBe(2);
    expect(stderr).toContain("the file is larger than allowed");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(readdirSync(join(home, ".config", "porte"))).toEqual(["settings.json"]);
  });

  /** A page of the disk is left, which holds a part of what is written: half a file is what must not come of it. */
  test.runIf(IS_ROOT).for([0, 4096])("are as they were on a disk that has %i bytes left", async (left, { skip }) => {
    const disk = join(home, "disk");
    mkdirSync(disk);
    mounted(skip, ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]);
    try {
      const folder = join(disk, ".config", "porte");
      const file = join(folder, "settings.json");
      mkdirSync(folder, { recursive: true });
      const matches = Array.from({ length: 150 }, (_, index) => ({ pattern: `word ${index}`, what: "ACME" }));
      writeFileSync(file, JSON.stringify({ schema: 1, profiles: {}, matches }));
      const before = readFileSync(file, "utf8");
      expect(before.length).toBeGreaterThan(4096);
      writeFileSync(join(disk, "left"), Buffer.alloc(left));
      const filling = `cd "${disk}"; cat /dev/zero > filled 2> /dev/null; rm left; ${PORTE} declare match b=ACME`;
      const filled = await shell(filling, { PORTE_CONFIG_DIR: folder });
      expect(filled).toMatchObject({ code: 2, stderr: expect.stringContaining("the disk is full") });
      expect(readFileSync(file, "utf8")).toBe(before);
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  test.runIf(IS_ROOT)("that are a place of their own are written where they are", async ({ skip }) => {
    const folder = join(home, ".config", "porte");
    const volume = join(home, "volume.json");
    mkdirSync(folder, { recursive: true });
    writeFileSync(volume, '{"profiles":{}}');
    writeFileSync(join(folder, "settings.json"), "");
    mounted(skip, ["--bind", volume, join(folder, "settings.json")]);
    try {
      expect(await shell(MATCH)).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(readFileSync(volume, "utf8"))).toMatchObject({ matches: [{ pattern: "a" }], schema: 1 });
    } finally {
      execFileSync("umount", [join(folder, "settings.json")]);
    }
  });

  test("that cannot be there are told with what is in the way", async () => {
    const file = join(home, "file");
    writeFileSync(file, "");
    const cases: readonly (readonly [Record<string, string | undefined>, string, string])[] = [
      [{ XDG_CONFIG_HOME: file }, file, "it is a file, not a folder"],
      [{ HOME: "" }, "HOME", "the variable HOME is not set"],
      [{ PORTE_CONFIG_DIR: "/proc/porte" }, "/proc/porte", "its folder does not exist"],
    ];
    for (const [env, named, why] of cases) {
      const { stderr, code } = await shell(MATCH, env);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
      expect(stderr).toContain(named);
    }
  });

  test.runIf(isReadByNobody)("that may not be written are told with the folder that lacks the right", async () => {
    chmodSync(home, 0o755);
    const { stderr, code } = await shell(`${AS_NOBODY}${MATCH}`, { PORTE_CONFIG_DIR: "/etc/porte" });
    expect(code).toBe(2);
    expect(stderr).toContain("/etc/porte cannot be written (permission denied)");
    expect(existsSync("/etc/porte")).toBe(false);
  });

  test.runIf(isReadByNobody)(
    "that cannot be there keep no simulation from being made, nor anything from being read",
    async () => {
      chmodSync(home, 0o755);
      const file = join(home, "file");
      writeFileSync(file, "");
      const places: readonly Record<string, string | undefined>[] = [
        { HOME: "" },
        { HOME: "/root" },
        { HOME: "/dev/null" },
        { XDG_CONFIG_HOME: file, XDG_DATA_HOME: file },
        { PORTE_CONFIG_DIR: "/proc/porte", PORTE_DATA_DIR: "/etc/porte" },
      ];
      for (const env of places)
        for (const words of ["simulate --tjm 550", "declare match", "undo --list"])
          expect([env, words, (await shell(`${AS_NOBODY}${PORTE} ${words}`, env)).code]).toEqual([env, words, 0]);
    },
  );
});

test("an answer that finds no room is told as that", async () => {
  const { stderr, code } = await shell(`${PORTE} simulate --tjm 550 --json > /dev/full`);
  expect(code).toBe(2);
  expect(JSON.parse(stderr).error).toMatchObject({
    code: "file.unwritable",
    details: { file: "stdout", reason: "ENOSPC" },
  });
});
