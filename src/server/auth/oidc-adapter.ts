import { sql } from "kysely";
import { type Adapter, type AdapterPayload, errors, Provider } from "oidc-provider";
import { seal, unseal } from "../crypto/seal.ts";
import type { Db } from "../deps.ts";
import { tokenHash } from "../tokens/hash.ts";
import { endGrant, holdsGrant } from "./grants.ts";
import { MIN_POLL_MS } from "./limits.ts";
import { scopesIn } from "./scopes.ts";

/**
 * Keeps the OAuth server's records in the database. A record is found by the hash of its identifier and sealed by that
 * identifier, so that who reads the database finds neither a token nor anything that leads to one. They begin and end by the
 * database's clock, which every instance shares; a program whose own clock is wrong lengthens nothing.
 */
export class OidcAdapter implements Adapter {
  private readonly model: string;
  private readonly db: Db;

  constructor(model: string, db: Db) {
    this.model = model;
    this.db = db;
  }

  /** What belongs to a grant that has ended is not kept: its holder finds that it is worth nothing. */
  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { grantId } = payload;
    if (grantId === undefined) return this.write(this.db, id, payload, expiresIn);
    await this.db.transaction().execute(async (trx) => {
      if (await holdsGrant(trx, grantId)) await this.write(trx, id, payload, expiresIn);
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom("oidc_records")
      .select(["payload", "consumed_at", leftSeconds().as("left")])
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .where(isAlive())
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (this.model === "DeviceCode" && Provider.ctx?.oidc.route === "token") await this.notePoll(id);
    const payload = onThisClock(JSON.parse(unseal(id, row.payload)), row.left);
    if (row.consumed_at === null) return payload;
    return { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) };
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findByOther(userCode);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findByOther(uid);
  }

  /**
   * Uses a code or a refresh token up, once. Of those that come at the same moment one has it; another one may be a thief's, and
   * nobody can tell which, so the grant ends for all of them, the first one included (RFC 9700, section 4.14.2).
   * @throws {errors.InvalidGrant} for each but the first.
   */
  async consume(id: string): Promise<void> {
    const first = await this.one(id)
      .set({ consumed_at: sql<Date>`now()` })
      .where("consumed_at", "is", null)
      .returning("id_hash")
      .executeTakeFirst();
    if (first !== undefined) return;
    const row = await this.db
      .selectFrom("oidc_records")
      .select("grant_id")
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .executeTakeFirst();
    if (row?.grant_id != null) await endGrant(this.db, row.grant_id);
    throw new errors.InvalidGrant("used already");
  }

  async destroy(id: string): Promise<void> {
    await this.db
      .deleteFrom("oidc_records")
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await endGrant(this.db, grantId);
  }

  private async write(db: Db, id: string, payload: AdapterPayload, expiresIn: number | undefined): Promise<void> {
    const other = payload.userCode ?? payload.uid;
    const row = {
      payload: seal(id, JSON.stringify(payload)),
      grant_id: payload.grantId ?? null,
      /** Whose a record is leads to no token: it is asked with each request, and all of them end with the person's access. */
      person_id: payload.accountId ?? null,
      scopes: this.model === "AccessToken" ? JSON.stringify(scopesIn(payload.scope)) : null,
      other_hash: other === undefined ? null : tokenHash(other),
      sealed_id: other === undefined ? null : seal(other, id),
      expires_at: expiresIn === undefined ? null : endsIn(expiresIn),
    };
    await db
      .insertInto("oidc_records")
      .values({ model: this.model, id_hash: tokenHash(id), consumed_at: null, ...row })
      .onConflict((conflict) => conflict.columns(["model", "id_hash"]).doUpdateSet(row))
      .execute();
  }

  /** @throws {errors.SlowDown} for a question that comes too soon after the last one (RFC 8628, section 3.5). */
  private async notePoll(id: string): Promise<void> {
    const inTime = await this.one(id)
      .set({ polled_at: sql<Date>`clock_timestamp()` })
      .where(
        sql<boolean>`(polled_at is null or polled_at <= clock_timestamp() - ${MIN_POLL_MS} * interval '1 millisecond')`,
      )
      .returning("id_hash")
      .executeTakeFirst();
    if (inTime === undefined) throw new errors.SlowDown();
  }

  private one(id: string) {
    return this.db.updateTable("oidc_records").where("model", "=", this.model).where("id_hash", "=", tokenHash(id));
  }

  private async findByOther(other: string): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom("oidc_records")
      .select("sealed_id")
      .where("model", "=", this.model)
      .where("other_hash", "=", tokenHash(other))
      .executeTakeFirst();
    return row?.sealed_id == null ? undefined : this.find(unseal(other, row.sealed_id));
  }
}

function endsIn(seconds: number) {
  return sql<Date>`now() + ${seconds} * interval '1 second'`;
}

function isAlive() {
  return sql<boolean>`(expires_at is null or expires_at > now())`;
}

function leftSeconds() {
  return sql<number | null>`ceil(extract(epoch from expires_at - now()))::integer`;
}

/** Tells a record's instants by this program's clock, as its reader expects: so much is left, by the database's clock. */
function onThisClock(payload: AdapterPayload, left: number | null): AdapterPayload {
  if (left === null || payload.exp === undefined) return payload;
  const moved = Math.floor(Date.now() / 1000) + left - payload.exp;
  return { ...payload, exp: payload.exp + moved, ...(payload.iat === undefined ? {} : { iat: payload.iat + moved }) };
}
