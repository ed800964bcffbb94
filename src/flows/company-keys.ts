import { CompanyKeys } from "../store/company-keys.ts";
import type { Folders } from "../store/folders.ts";
import { People } from "../store/people.ts";

/** A profile of a machine. */
export interface OfProfile {
  readonly machine: { readonly folders: Folders };
  readonly profile: string;
}

/** The published keys of a profile's company: they are nobody's own, so that whoever is met in the profile verifies with them. */
export function companyKeys({ machine, profile }: OfProfile): CompanyKeys {
  return new CompanyKeys(new People(machine.folders, profile).folder);
}
