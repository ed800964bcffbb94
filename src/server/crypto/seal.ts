import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string): Buffer => createHash("sha256").update(`seal:${secret}`).digest();

/** Encrypts a text (AES-256-GCM) so that only who brings the secret again can read it. */
export function seal(secret: string, text: string): string {
  return sealBytes(keyOf(secret), Buffer.from(text)).toString("base64url");
}

/** Reads a sealed text. @throws where the secret is another one or the text was changed. */
export function unseal(secret: string, sealed: string): string {
  return unsealBytes(keyOf(secret), Buffer.from(sealed, "base64url")).toString("utf8");
}

/** Encrypts bytes with a key of 32 (AES-256-GCM). */
export function sealBytes(key: Buffer, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Reads sealed bytes. @throws where the key is another one or they were changed. */
export function unsealBytes(key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
