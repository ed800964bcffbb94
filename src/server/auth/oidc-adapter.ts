import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Db } from "../deps.ts";
import { tokenHash } from "../services/tokens.ts";
import { scopesIn } from "./scopes.ts";
import { seal, unseal } from "./seal.ts";

/**
 * Keeps the OAuth server's records in the database. A record is found by the hash of its identifier and sealed by that
 * identifier, so that who reads the database finds neither a token nor anything that leads to one.
 */
export class OidcAdapter implements Adapter {
  private readonly model: string;
  private readonly db: Db;

  constructor(model: string, db: Db) {
    this.model = model;
    this.db = db;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const other = payload.userCode ?? payload.uid;
    const row = {
      payload: seal(id, JSON.stringify(payload)),
      grant_id: payload.grantId ?? null,
      /** Who an access token is for is asked with each request, and leads to no token. */
      person_id: this.model === "AccessToken" ? (payload.accountId ?? null) : null,
      scopes: this.model === "AccessToken" ? JSON.stringify(scopesIn(payload.scope)) : null,
      other_hash: other === undefined ? null : tokenHash(other),
      sealed_id: other === undefined ? null : seal(other, id),
      expires_at: expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000),
    };
    await this.db
      .insertInto("oidc_records")
      .values({ model: this.model, id_hash: tokenHash(id), consumed_at: null, ...row })
      .onConflict((conflict) => conflict.columns(["model", "id_hash"]).doUpdateSet(row))
      .execute();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom("oidc_records")
      .selectAll()
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .executeTakeFirst();
    if (row === undefined || (row.expires_at !== null && row.expires_at.getTime() <= Date.now())) return undefined;
    const payload: AdapterPayload = JSON.parse(unseal(id, row.payload));
    return {
      ...payload,
      ...(row.consumed_at === null ? {} : { consumed: Math.floor(row.consumed_at.getTime() / 1000) }),
    };
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findByOther(userCode);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findByOther(uid);
  }

  async consume(id: string): Promise<void> {
    await this.db
      .updateTable("oidc_records")
      .set({ consumed_at: new Date() })
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .execute();
  }

  async destroy(id: string): Promise<void> {
    await this.db
      .deleteFrom("oidc_records")
      .where("model", "=", this.model)
      .where("id_hash", "=", tokenHash(id))
      .execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.db.deleteFrom("oidc_records").where("grant_id", "=", grantId).execute();
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
