import Conf from "conf";
import { PorteError } from "../errors.ts";
import type { Folders } from "./folders.ts";

/** One company this machine is used with. */
export interface Profile {
  readonly url: string;
  readonly issuer: string;
  readonly company: string;
  readonly person: string;
}

interface Kept {
  defaultProfile: string;
  profiles: Record<string, Profile>;
}

/** The settings of this machine: its profiles and which one is used when none is named. No secret is kept here. */
export class Settings {
  private readonly conf: Conf<Kept>;

  constructor({ config }: Folders) {
    try {
      this.conf = new Conf<Kept>({
        cwd: config,
        configName: "settings",
        projectName: "porte",
        configFileMode: 0o600,
        defaults: { defaultProfile: "default", profiles: {} },
        clearInvalidConfig: false,
      });
    } catch (cause) {
      throw new PorteError("file.damaged", { file: `${config}/settings.json` }, { cause });
    }
  }

  get defaultProfile(): string {
    return this.conf.get("defaultProfile");
  }

  profile(name: string): Profile | null {
    return this.conf.get("profiles")[name] ?? null;
  }

  profileNames(): string[] {
    return Object.keys(this.conf.get("profiles"));
  }

  keepProfile(name: string, profile: Profile): void {
    this.conf.set("profiles", { ...this.conf.get("profiles"), [name]: profile });
  }
}
