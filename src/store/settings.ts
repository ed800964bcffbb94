import { join } from "node:path";
import Conf from "conf";
import { VEHICLE_KINDS, type VehicleFacts } from "../domain/mileage.ts";
import type { Shape } from "../domain/shape.ts";
import { PorteError } from "../errors.ts";
import type { Folders } from "./folders.ts";
import { assertJsonFile } from "./read.ts";

/** One company this machine is used with. */
export interface Profile {
  readonly url: string;
  readonly issuer: string;
  readonly company: string;
  readonly person: string;
  /** Where its secret was put; null once it is logged out. */
  readonly secretIn?: "keyring" | "file" | null;
}

/** A word of calendars and trackers, and the mission or the kind it stands for. */
interface Match {
  readonly pattern: string;
  readonly what: string;
}

interface Kept {
  defaultProfile: string;
  matches: Match[];
  /** Hours of a whole day, by profile and mission. */
  dayLengths: Record<string, Record<string, number>>;
  profiles: Record<string, Profile>;
  /** What the mileage scale asks of each vehicle, by the name it was given. */
  vehicles: Record<string, VehicleFacts>;
}

const PROFILE: Shape = {
  fields: {
    url: "address",
    issuer: "address",
    company: "text",
    person: "text",
    "secretIn?": { either: ["null", { words: ["keyring", "file"] }] },
  },
};
const KEPT: Shape = {
  fields: {
    "defaultProfile?": "text",
    "matches?": { list: { fields: { pattern: "text", what: "text" } } },
    "dayLengths?": { each: { each: "number" } },
    "profiles?": { each: PROFILE },
    "vehicles?": { each: { fields: { kind: { words: VEHICLE_KINDS }, power: "whole", electric: "truth" } } },
  },
};

/** The settings of this machine: its profiles and which one is used when none is named. No secret is kept here. */
export class Settings {
  private readonly conf: Conf<Kept>;
  /** Where they are kept. */
  readonly file: string;

  constructor({ config }: Folders) {
    this.file = join(config, "settings.json");
    /** Looked at first: the library writes what it misses as soon as it reads. */
    assertJsonFile(this.file, KEPT);
    try {
      this.conf = new Conf<Kept>({
        cwd: config,
        configName: "settings",
        projectName: "porte",
        configFileMode: 0o600,
        defaults: { defaultProfile: "default", profiles: {}, matches: [], dayLengths: {}, vehicles: {} },
        clearInvalidConfig: false,
      });
    } catch (cause) {
      throw new PorteError("file.damaged", { file: this.file }, { cause });
    }
  }

  get defaultProfile(): string {
    return this.conf.get("defaultProfile");
  }

  /** What stands for what in an import, in the order it is tried. */
  matches(): readonly Match[] {
    return this.conf.get("matches");
  }

  /** Keeps a rule before the others; one for the same word is replaced, and `what` null forgets it. */
  keepMatch(pattern: string, what: string | null): void {
    const others = this.matches().filter((one) => one.pattern.toLowerCase() !== pattern.toLowerCase());
    this.conf.set("matches", what === null ? others : [{ pattern, what }, ...others]);
  }

  /** The hours of a whole day of each mission that has its own, by its reference. */
  dayLengths(profile: string): Readonly<Record<string, number>> {
    return this.conf.get("dayLengths")[profile] ?? {};
  }

  keepDayLength(profile: string, mission: string, hours: number): void {
    const all = this.conf.get("dayLengths");
    this.conf.set("dayLengths", { ...all, [profile]: { ...all[profile], [mission]: hours } });
  }

  vehicles(): Readonly<Record<string, VehicleFacts>> {
    return this.conf.get("vehicles");
  }

  /** Keeps a vehicle under a name; null forgets it. */
  keepVehicle(name: string, vehicle: VehicleFacts | null): void {
    const { [name]: _before, ...others } = this.conf.get("vehicles");
    this.conf.set("vehicles", vehicle === null ? others : { ...others, [name]: vehicle });
  }

  profile(name: string): Profile | null {
    const profiles = this.conf.get("profiles");
    return Object.hasOwn(profiles, name) ? (profiles[name] ?? null) : null;
  }

  profileNames(): string[] {
    return Object.keys(this.conf.get("profiles"));
  }

  keepProfile(name: string, profile: Profile): void {
    this.conf.set("profiles", { ...this.conf.get("profiles"), [name]: profile });
  }
}
