import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { v7 as uuid } from "uuid";
import { canonicalReport, type ReportDay } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import type { RestStatement } from "../../domain/rest-statement.ts";
import type { Db, Deps, Schemas } from "../deps.ts";

/** The key that signs submission receipts, and its public half as published. */
interface SigningKey {
  readonly privateJwk: JsonWebKey;
  readonly kid: string;
}

/** Reads a key of this company, or makes and stores it: every instance then uses the same one. */
export async function serverKey<Value extends object>(
  db: Db,
  name: string,
  make: () => Value,
  now: Date,
): Promise<Value> {
  const read = () => db.selectFrom("server_keys").select("value").where("name", "=", name).executeTakeFirst();
  const known = await read();
  if (known !== undefined) return known.value as Value;
  await db
    .insertInto("server_keys")
    .values({ name, value: JSON.stringify(make()), created_at: now })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return ((await read()) as { value: object }).value as Value;
}

function makeSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateJwk: privateKey.export({ format: "jwk" }), kid: randomBytes(6).toString("hex") };
}

const signingKey = (db: Db, now: Date) => serverKey(db, "receipt-signing", makeSigningKey, now);

/** The public keys with which anybody can verify a receipt. */
export async function receiptKeys({ db, now }: Deps): Promise<Schemas["ReceiptKeys"]> {
  const { privateJwk, kid } = await signingKey(db, now());
  const { x } = createPublicKey(createPrivateKey({ key: privateJwk, format: "jwk" })).export({ format: "jwk" });
  return { keys: [{ kty: "OKP", crv: "Ed25519", x: x ?? "", kid }] };
}

function signedBy(privateJwk: JsonWebKey, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey({ key: privateJwk, format: "jwk" })).toString("base64url");
}

/** Gives what signs texts by the key that the company publishes, and names it. */
export async function signerOf({
  db,
  now,
}: Pick<Deps, "db" | "now">): Promise<(text: string) => { keyId: string; signature: string }> {
  const { privateJwk, kid } = await signingKey(db, now());
  return (text) => ({ keyId: kid, signature: signedBy(privateJwk, text) });
}

/** Signs a text as this company's own; `isSigned` knows it again. */
export async function signText(db: Db, now: Date, text: string): Promise<string> {
  return signedBy((await signingKey(db, now)).privateJwk, text);
}

/** Says whether a text was signed by this company. */
export async function isSigned(db: Db, now: Date, text: string, signature: string): Promise<boolean> {
  const { privateJwk } = await signingKey(db, now);
  const key = createPublicKey(createPrivateKey({ key: privateJwk, format: "jwk" }));
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}

/** Signs that a version of a month's report was filed now. */
export async function signReceipt(
  db: Db,
  now: Date,
  filed: {
    personId: string;
    month: Month;
    version: number;
    days: readonly ReportDay[];
    restStatement: RestStatement | null;
  },
): Promise<Schemas["SubmissionReceipt"]> {
  const { privateJwk, kid } = await signingKey(db, now);
  const reportHash = createHash("sha256")
    .update(canonicalReport(filed.month, filed.days, filed.restStatement))
    .digest("hex");
  const submittedAt = now.toISOString();
  const id = uuid();
  const signed = JSON.stringify({
    receipt: id,
    person: filed.personId,
    month: filed.month,
    version: filed.version,
    reportHash,
    submittedAt,
  });
  const signature = signedBy(privateJwk, signed);
  return { id, reportHash, version: filed.version, submittedAt, signed, keyId: kid, signature };
}
