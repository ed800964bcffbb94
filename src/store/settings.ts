import { join } from "node:path";
import { VEHICLE_KINDS, type VehicleFacts } from "../domain/mileage.ts";
import type { Shape } from "../domain/shape.ts";
import { unwritable, whileLocked } from "./files.ts";
import type { Folders } from "./folders.ts";
import { type MailPreferences, PREFERENCES, type Preferences } from "./preferences.ts";
import { readKept } from "./read.ts";

/** One company this machine is used with. */
export interface Profile {
  readonly url: string;
  readonly issuer: string;
  readonly company: string;
  readonly person: string;
  /** Their identifier at the company; not noted by an earlier porte. */
  readonly personId?: string;
  /** Where its secret was put; null once it is logged out. */
  readonly secretIn?: "keyring" | "file" | null;
}

/** A word of calendars and trackers, and the mission or the kind it stands for. */
interface Match {
  readonly pattern: string;
  readonly what: string;
}

interface StoredFile {
  defaultProfile: string;
  preferences: Preferences;
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
    "personId?": "text",
    "secretIn?": { either: ["null", { words: ["keyring", "file"] }] },
  },
};
const KEPT: Shape = {
  fields: {
    "defaultProfile?": "text",
    "preferences?": PREFERENCES,
    "matches?": { list: { fields: { pattern: "text", what: "text" } } },
    "dayLengths?": { each: { each: "number" } },
    profiles: { each: PROFILE },
    "vehicles?": { each: { fields: { kind: { words: VEHICLE_KINDS }, power: "whole", electric: "truth" } } },
  },
};
const DEFAULTS: StoredFile = {
  defaultProfile: "default",
  preferences: {},
  profiles: {},
  matches: [],
  dayLengths: {},
  vehicles: {},
};

/** The settings of this machine: its profiles and which one is used when none is named. No secret is kept here. */
export class Settings {
  private held: StoredFile;
  /** Where they are kept. */
  readonly file: string;

  /** Reads them; nothing is written. @throws {PorteError} `file.damaged`, `file.newer`, `file.unreadable`. */
  constructor({ config }: Folders) {
    this.file = join(config, "settings.json");
    this.held = this.read();
  }

  get defaultProfile(): string {
    return this.held.defaultProfile;
  }

  /** How porte speaks and waits on this machine, as far as it was set. */
  get preferences(): Preferences {
    return this.held.preferences;
  }

  /** What stands for what in an import, in the order it is tried. */
  matches(): readonly Match[] {
    return this.held.matches;
  }

  /** The hours of a whole day of each mission that has its own, by its reference. */
  dayLengths(profile: string): Readonly<Record<string, number>> {
    return this.held.dayLengths[profile] ?? {};
  }

  vehicles(): Readonly<Record<string, VehicleFacts>> {
    return this.held.vehicles;
  }

  profile(name: string): Profile | null {
    const { profiles } = this.held;
    return Object.hasOwn(profiles, name) ? (profiles[name] ?? null) : null;
  }

  profileNames(): string[] {
    return Object.keys(this.held.profiles);
  }

  /**
   * Does something with the settings as they now are, while no other process changes them.
   * @throws {PorteError} `file.busy`, `file.unwritable`, `file.no_home`, and what reading throws.
   */
  inTurn<Value>(work: (held: HeldSettings) => Promise<Value>): Promise<Value> {
    return whileLocked(this.file, async () => {
      this.held = this.read();
      const { SettingsFile } = await import("./settings-file.ts");
      return work(
        new HeldSettings(
          () => this.held,
          (change) => {
            this.write((values) => new SettingsFile(this.file).set(values), change);
            this.held = this.read();
          },
        ),
      );
    });
  }

  private read(): StoredFile {
    return { ...DEFAULTS, ...readKept<Partial<StoredFile>>(this.file, [KEPT]) };
  }

  private write(set: (values: Partial<StoredFile> & { schema: 1 }) => void, change: Partial<StoredFile>): void {
    try {
      set({ schema: 1, ...this.held, ...change });
    } catch (cause) {
      throw unwritable(this.file, cause);
    }
  }
}

/** The settings while this process alone may change them. */
export class HeldSettings {
  private readonly held: () => StoredFile;
  private readonly write: (change: Partial<StoredFile>) => void;

  constructor(held: () => StoredFile, write: (change: Partial<StoredFile>) => void) {
    this.held = held;
    this.write = write;
  }

  /** Keeps a rule before the others; one for the same word is replaced, and `what` null forgets it. */
  keepMatch(pattern: string, what: string | null): void {
    const others = this.held().matches.filter((one) => one.pattern.toLowerCase() !== pattern.toLowerCase());
    this.write({ matches: what === null ? others : [{ pattern, what }, ...others] });
  }

  /** Sets which profile is used where none is named. */
  keepDefaultProfile(name: string): void {
    this.write({ defaultProfile: name });
  }

  /** Sets a preference; undefined takes it back. */
  keepPreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name] | undefined): void {
    const { [name]: _before, ...others } = this.held().preferences;
    this.write({ preferences: value === undefined ? others : { ...others, [name]: value } });
  }

  /** Changes what is set of the mail server; undefined takes a part back. */
  keepMail(change: { readonly [Name in keyof MailPreferences]?: unknown }): void {
    const mail = Object.entries({ ...this.held().preferences.mail, ...change });
    const kept = mail.filter(([, value]) => value !== undefined);
    this.keepPreference("mail", kept.length === 0 ? undefined : (Object.fromEntries(kept) as MailPreferences));
  }

  keepDayLength(profile: string, mission: string, hours: number): void {
    const all = this.held().dayLengths;
    this.write({ dayLengths: { ...all, [profile]: { ...all[profile], [mission]: hours } } });
  }

  /** Keeps a vehicle under a name; null forgets it. */
  keepVehicle(name: string, vehicle: VehicleFacts | null): void {
    const { [name]: _before, ...others } = this.held().vehicles;
    this.write({ vehicles: vehicle === null ? others : { ...others, [name]: vehicle } });
  }

  keepProfile(name: string, profile: Profile): void {
    this.write({ profiles: { ...this.held().profiles, [name]: profile } });
  }

  /** Changes a profile that is kept, as it now is; none where there is none. */
  changeProfile(name: string, change: Partial<Profile>): void {
    const { profiles } = this.held();
    const before = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
    if (before !== undefined) this.keepProfile(name, { ...before, ...change });
  }
}
