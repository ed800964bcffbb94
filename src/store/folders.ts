import { join } from "node:path";

/** Where this machine keeps what is `porte`'s: settings and secrets, and what was typed. */
export interface Folders {
  readonly config: string;
  readonly data: string;
}

/** Finds the folders: `PORTE_CONFIG_DIR` and `PORTE_DATA_DIR`, else the XDG ones. */
export function foldersFrom(env: Readonly<Record<string, string | undefined>>, home: string): Folders {
  return {
    config: env.PORTE_CONFIG_DIR || join(env.XDG_CONFIG_HOME || join(home, ".config"), "porte"),
    data: env.PORTE_DATA_DIR || join(env.XDG_DATA_HOME || join(home, ".local", "share"), "porte"),
  };
}

/** A name as part of a path: nothing that leaves its folder. */
export function safeName(name: string): string {
  return encodeURIComponent(name).replace(/^\.+/, "_");
}
