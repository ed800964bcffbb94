/** What a person has to see to decide, by name; in the words of the contract, so that another language changes nothing. */
export type Facts = Readonly<Record<string, string>>;

/** A report or an expense as this machine last showed it, and the version that this was. */
export interface Sight {
  readonly etag: string;
  readonly facts: Facts;
}
