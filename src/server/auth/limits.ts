import type { RateLimitOptions } from "@fastify/rate-limit";

/** How often something may be asked for, in a window that begins with the first time. */
interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/**
 * How often one address may ask for what could be guessed, whatever the spelling of the path and whatever link or code is in it.
 * They are counted in the database, by its clock, so that they hold over every instance.
 */
export const LIMITS = {
  /** Passwords. */
  "sign-in": { most: 10, seconds: 60 },
  /** The other pages of a login under way. */
  interaction: { most: 60, seconds: 60 },
  /** The page where the code of a login is typed. */
  "device-page": { most: 30, seconds: 60 },
  /** New logins. */
  "device-code": { most: 20, seconds: 60 },
  /** Sessions that are begun or renewed, and codes that are waited for: one every two seconds each. */
  token: { most: 600, seconds: 60 },
  /** The page of a client's link. */
  client: { most: 30, seconds: 60 },
} as const satisfies Record<string, Limit>;

/** How many logins of the whole company may wait for their approval at once: more would make a code easier to guess. */
export const MAX_DEVICE_CODES = 5_000;

/** What a login is told to wait between two questions: a person approves within seconds, so that the usual five are felt (RFC 8628, section 3.2). */
export const POLL_SECONDS = 2;

/** A question that comes sooner is refused: half of what was told, because the network delays some. */
export const MIN_POLL_MS = 1_000;

/**
 * Wrong passwords for one account, from any addresses together. After the free ones each further try waits twice as long as the one
 * before, up to the longest wait; a day without one forgets them. A browser that has signed in to the account is counted
 * for itself, so that nobody can keep a person out of the account by guessing.
 */
export const ACCOUNT_LIMIT = { free: 5, firstWaitS: 30, longestWaitS: 900, forgottenS: 86_400 } as const;

/** What a route's options say of its limit. */
export function limitedBy(name: keyof typeof LIMITS): { rateLimit: RateLimitOptions } {
  const { most, seconds } = LIMITS[name];
  return { rateLimit: { max: most, timeWindow: seconds * 1000, groupId: ` ${name}` } };
}
