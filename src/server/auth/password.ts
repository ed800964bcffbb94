import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Db } from "../deps.ts";

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scryptWithCallback,
);

/** One of the settings OWASP gives for scrypt: N = 2^14, r = 8, p = 5 (16 MiB a sign-in). */
const COST = { N: 16_384, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;

/** Hashes a password with scrypt and a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scrypt(password.normalize("NFKC"), salt, KEY_BYTES, COST);
  return `scrypt$${COST.N}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Gives the person with this address and password, or null; an unknown address takes as long as a wrong password. */
export async function signIn(db: Db, email: string, password: string): Promise<string | null> {
  const person = await db
    .selectFrom("people")
    .select(["id", "password_hash"])
    .where("email", "=", email.trim().toLowerCase())
    .where("ended_at", "is", null)
    .executeTakeFirst();
  const stored =
    person?.password_hash ?? `scrypt$${COST.N}$AAAAAAAAAAAAAAAAAAAAAA$${Buffer.alloc(KEY_BYTES).toString("base64url")}`;
  const [, cost = "", salt = "", key = ""] = stored.split("$");
  const expected = Buffer.from(key, "base64url");
  const given = await scrypt(password.slice(0, 1024).normalize("NFKC"), Buffer.from(salt, "base64url"), KEY_BYTES, {
    ...COST,
    N: Number(cost),
  });
  return person !== undefined && timingSafeEqual(expected, given) ? person.id : null;
}
