import { posix, win32 } from "node:path";

/** Where this machine keeps what is `porte`'s: settings and secrets, and what was typed. */
export interface Folders {
  readonly config: string;
  readonly data: string;
}

/** A place where nothing is, and nothing can be: for a machine that says of no folder that it is the user's. */
export const NOWHERE = "/dev/null/no-home";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the folders: `PORTE_CONFIG_DIR` and `PORTE_DATA_DIR`, else the XDG ones, else the platform's own (on Windows
 * `%APPDATA%` and `%LOCALAPPDATA%`). An XDG folder that is not absolute is ignored, as its specification says.
 * @param home the user's folder; null where the machine knows none.
 */
export function foldersFrom(env: Environment, home: string | null, platform: NodeJS.Platform = "linux"): Folders {
  const path = platform === "win32" ? win32 : posix;
  const absolute = (folder: string | undefined) => (folder && path.isAbsolute(folder) ? folder : null);
  const own = absolute(home ?? undefined);
  const under = (...names: string[]) => (own === null ? null : path.join(own, ...names));
  const usual =
    platform === "win32"
      ? {
          config: absolute(env.APPDATA) ?? under("AppData", "Roaming"),
          data: absolute(env.LOCALAPPDATA) ?? under("AppData", "Local"),
        }
      : { config: under(".config"), data: under(".local", "share") };
  const porte = (folder: string | null) => (folder === null ? NOWHERE : path.join(folder, "porte"));
  return {
    config: env.PORTE_CONFIG_DIR || porte(absolute(env.XDG_CONFIG_HOME) ?? usual.config),
    data: env.PORTE_DATA_DIR || porte(absolute(env.XDG_DATA_HOME) ?? usual.data),
  };
}

/** A name as part of a path: nothing that leaves its folder. */
export function safeName(name: string): string {
  return encodeURIComponent(name).replace(/^\.+/, "_");
}
