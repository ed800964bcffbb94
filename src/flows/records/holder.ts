import { keepIfPossible } from "../../store/files.ts";
import { holderOf, People, UNNAMED_LOGIN } from "../../store/people.ts";
import { Records } from "../../store/records/records.ts";
import type { Profile, Settings } from "../../store/settings.ts";
import { profileNamed } from "../profile.ts";
import type { Machine } from "../session.ts";

/** As much of a hash as tells one token from another. */
const HASH_LENGTH = 16;

/** Names a token that the environment gives, without keeping it. */
export async function tokenName(token: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(token).digest("hex").slice(0, HASH_LENGTH);
}

/** The token that the environment gives; null where it gives none. */
export function givenToken({ env }: Pick<Machine, "env">): string | null {
  return env.PORTE_TOKEN?.trim() || null;
}

/** Names whoever logged in to a profile; null where nobody did. */
export function loggedIn(known: Profile | null): string | null {
  return known === null ? null : (known.personId ?? UNNAMED_LOGIN);
}

/** Gives the folder of whoever the next request is from, by what this machine knows of them, without asking anybody. */
export async function ownFolder(machine: Machine, settings: Settings): Promise<string> {
  const profile = profileNamed(machine, settings.defaultProfile);
  const people = new People(machine.folders, profile);
  const token = givenToken(machine);
  if (token === null) return people.folderOf(loggedIn(settings.profile(profile)));
  const name = await tokenName(token);
  return people.folderOf(people.personOf(name) ?? holderOf(name));
}

/** Names whose a profile's folder is that nobody was noted in: whoever logged in, or whoever an earlier porte kept records of. */
export function ownerBefore(people: People, known: Profile | null): string | null {
  const login = loggedIn(known);
  if (login !== null && login !== UNNAMED_LOGIN) return login;
  const { person = null, tokens = [] } = new Records(people.folder).lastSnapshot() ?? {};
  const [token] = tokens;
  if (login !== null) return token === undefined && person !== null ? person.id : login;
  return person?.id ?? (token === undefined ? null : holderOf(token));
}

/** Notes who is met, and gives the folder of what they keep; a machine that cannot be written to has nothing of theirs to find. */
export async function folderOfMet(people: People, met: Parameters<People["meet"]>[0]): Promise<string> {
  let person = met.person;
  await keepIfPossible(async () => {
    person = await people.meet(met);
  });
  return people.folderOf(person);
}

/** Erases what the company said to others of a profile, before anything is kept of what it says to one of them. */
export async function forgetOthers(people: People, own: string): Promise<void> {
  for (const folder of people.others(own)) await new Records(folder).forget();
}

/** Says whether a profile shows what is kept of it: it does not while it is logged out. */
export function isOpenTo(machine: Machine, settings: Settings): boolean {
  if (givenToken(machine) !== null) return true;
  return settings.profile(profileNamed(machine, settings.defaultProfile))?.secretIn !== null;
}
