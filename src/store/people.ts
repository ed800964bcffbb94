import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { maybe, type Shape } from "../domain/shape.ts";
import { removeAll, whileLocked, writeJsonFile } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { namesIn, readKept } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  /** Whoever was known first in the profile: what lies in its folder itself is theirs. Null as long as nobody is. */
  readonly first: string | null;
  /** The person of each token that the environment has given, by the token's name. */
  readonly tokens: Readonly<Record<string, string>>;
}

const KEPT: Shape = { fields: { first: maybe("text"), tokens: { each: "text" } } };
const NOBODY: StoredFile = { schema: 1, first: null, tokens: {} };

const FILE = "people.json";
const OTHERS = "people";

/** Whoever is logged in to a profile by an earlier porte, which did not note who that is. */
export const UNNAMED_LOGIN = "login";

/** Names whoever has a token, as long as the company has not said who that is. */
export function holderOf(token: string): string {
  return `token-${token}`;
}

/** Somebody who is met in a profile. */
interface Met {
  readonly person: string;
  /** The name of the token they have, where the environment gives it. */
  readonly token?: string | null;
  /** What they were called before the company said who they are. */
  readonly alias?: string | null;
  /** Whose the profile's folder is where nobody was noted yet; whoever is met, where that is null. */
  readonly before?: string | null;
}

/**
 * Whose the folders of one profile are: the first person's is the profile's own, so that what lies there without a name is theirs, and
 * each other person has one beneath it. What is typed for one person is never listed, sent or undone for another.
 */
export class People {
  /** The profile's own folder. */
  readonly folder: string;
  private readonly file: string;

  constructor({ data }: Folders, profile: string) {
    this.folder = join(data, safeName(profile));
    this.file = join(this.folder, FILE);
  }

  /** Gives whoever has a token, by its name; null where the company has not said it here. @throws {PorteError} `file.damaged`. */
  personOf(token: string): string | null {
    const { tokens } = this.read();
    return Object.hasOwn(tokens, token) ? (tokens[token] ?? null) : null;
  }

  /** Says whether nobody was met here before. */
  get isNew(): boolean {
    return this.read().first === null;
  }

  /** Gives the folder of what one person keeps; null is nobody who is known. @throws {PorteError} `file.damaged`. */
  folderOf(person: string | null): string {
    const { first } = this.read();
    return person === null || first === null || person === first ? this.folder : this.beneath(person);
  }

  private beneath(person: string): string {
    return join(this.folder, OTHERS, safeName(person));
  }

  /**
   * Notes who is met, and gives who that is from now on: a token under which something was typed before its person was known keeps its own
   * folder, because what lies there may be sent under that token alone.
   * @throws {PorteError} `file.damaged`, `file.busy`, `file.unwritable`, `file.no_home`.
   */
  meet({ person, token = null, alias = null, before = null }: Met): Promise<string> {
    return whileLocked(this.file, async () => {
      const held = this.read();
      const known =
        alias !== null && existsSync(this.beneath(alias)) && holdsFiles(this.beneath(alias)) ? alias : person;
      const first = held.first ?? before ?? known;
      const tokens = token === null ? held.tokens : { ...held.tokens, [token]: known };
      const next: StoredFile = { schema: 1, first: first === alias ? known : first, tokens };
      if (JSON.stringify(next) !== JSON.stringify(held)) await writeJsonFile(this.file, next);
      return known;
    });
  }

  /** Lists the folders of everybody but one person. @param own the folder of that person. */
  others(own: string): string[] {
    const beneath = namesIn(join(this.folder, OTHERS)).map((name) => join(this.folder, OTHERS, name));
    return [this.folder, ...beneath].filter((folder) => folder !== own);
  }

  /** Erases all that others keep here. @param own the folder of whoever erases. @throws {PorteError} `file.unwritable`. */
  forgetOthers(own: string): void {
    for (const folder of this.others(own)) {
      if (folder !== this.folder) removeAll(folder);
      /** Beside what the first person keeps lies what is everybody's. */ else
        for (const name of namesIn(folder))
          if (name !== OTHERS && !name.startsWith(FILE)) removeAll(join(folder, name));
    }
  }

  private read(): StoredFile {
    return readKept<StoredFile>(this.file, [KEPT]) ?? NOBODY;
  }
}

/** What a profile notes of what was shown is nothing of its person. */
const SHOWN = "shown";

/** Says whether anything was typed in a profile, or said to it. */
export function holdsSomething({ data }: Folders, profile: string): boolean {
  return holdsOwn(join(data, safeName(profile)));
}

/** Names the profiles in whose folders something lies. */
export function begunProfiles({ data }: Folders): string[] {
  return namesIn(data)
    .filter((name) => holdsOwn(join(data, name)))
    .map(profileAt);
}

/** Names the profile of a folder; a folder that somebody else made is named as it is. */
function profileAt(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function holdsOwn(folder: string): boolean {
  return namesIn(folder).some((name) => name !== SHOWN && !name.endsWith(".lock") && holdsAt(join(folder, name)));
}

/** Says whether a path is a file, or a folder that holds one. */
const holdsAt = (path: string): boolean => (statSync(path).isDirectory() ? holdsFiles(path) : true);

/** Says whether anything lies in a folder: the folders that a command made before it stopped, and its locks, are nothing. */
function holdsFiles(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory() ? !entry.name.endsWith(".lock") && holdsFiles(join(folder, entry.name)) : true,
  );
}
