import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Schemas } from "../../src/server/deps.ts";
import { createToken, tokenHash } from "../../src/server/services/tokens.ts";
import { dumpOf, type OpenCompany, openCompany } from "../parts/company.ts";
import { DESCRIBED, type Described } from "../parts/described.ts";
import { fillCompany } from "../parts/filled.ts";
import { Visitor } from "../parts/oauth.ts";
import { describeOnEach } from "../parts/programs.ts";
import { newKey, type RawAnswer, send } from "../parts/raw.ts";
import { sampleRequest } from "../parts/samples.ts";

type Scope = Schemas["Scope"];

/** Who asks: what stands in the header, and for a valid token whose it is and what it may. */
interface Caller {
  readonly name: string;
  readonly header: string | null;
  readonly holder: null | {
    readonly role: "porte" | "operator";
    readonly scopes: readonly Scope[];
    /** Whether what is asked for is this person's own. */
    readonly isOwner: boolean;
    readonly staff: string | null;
  };
}

/** The scope that the contract asks for, by the rule of its tags: the staff's, reading, and what a porté files. */
function scopeOf({ tags, method }: Described): Scope {
  if (tags.includes("operator")) return "operator";
  if (method === "GET") return "read";
  return tags.includes("expenses") ? "expenses" : "declare";
}

/** What the contract has a caller answered: 401, 403, nothing of another's, or what was asked for. */
function expected(operation: Described, { holder }: Caller): "open" | 401 | 403 | "own" | "others" {
  if (operation.isPublic) return "open";
  if (holder === null) return 401;
  const scope = scopeOf(operation);
  const isStaffs = scope === "operator";
  if (!holder.scopes.includes(scope) || (isStaffs && holder.role !== "operator")) return 403;
  if (isStaffs && operation.staff !== null && !operation.staff.includes(holder.staff ?? "")) return 403;
  const seesOthers = holder.role === "operator" && holder.scopes.includes("operator");
  return holder.isOwner || seesOthers ? "own" : "others";
}

const MADE_UP = { month: "2031-07", sha256: "cd".repeat(32), receiptId: uuid(), reportId: uuid(), expenseId: uuid() };
/** What is one person's alone and has a name that another could say; a month or a hash names something of the caller's own. */
const NAMED = ["receiptId", "reportId", "expenseId"];

describeOnEach("who may do what,", {}, (database) => {
  let company: OpenCompany;
  let callers: readonly Caller[];
  let real: Record<string, string>;

  const ask = (operation: Described, { header }: Caller, places: Record<string, string>, method?: string) => {
    const sample = sampleRequest(operation, { key: newKey(), places });
    const headers = header === null ? sample.headers : { ...sample.headers, authorization: header };
    return send(company.url, { ...sample, headers, ...(method === undefined ? {} : { method }) });
  };
  /** An answer without what differs each time: the request's own name, and the name that was asked for. */
  const told = ({ status, text }: RawAnswer, places: Record<string, string>) => {
    const names = Object.values(places).reduce((left, name) => left.replaceAll(name, "NAME"), text);
    return `${status} ${names.replace(/"instance":"\w+"/, "")}`;
  };

  beforeAll(async () => {
    company = await openCompany(database);
    real = await fillCompany(company);
    callers = await callersOf(company);
  });
  afterAll(() => company.close());

  test("every operation answers every caller as the contract says, and a refusal changes no row", async () => {
    const cells: number[] = [];
    for (const operation of DESCRIBED) {
      const before = await dumpOf(company.db);
      for (const { caller, method, wanted } of refusalsOf(operation, callers)) {
        const { status } = await ask(operation, caller, real, method);
        expect([operation.id, method, caller.name, status]).toEqual([operation.id, method, caller.name, wanted]);
        cells.push(status);
      }
      expect([operation.id, await dumpOf(company.db)]).toEqual([operation.id, before]);
    }
    const heard = DESCRIBED.flatMap((operation) =>
      hearersOf(operation, callers).map((caller) => ({ operation, caller })),
    );
    for (const { operation, caller } of heard) {
      const { status, text } = await ask(operation, caller, real);
      const fault = HEARD.includes(status) ? "" : text;
      expect([operation.id, caller.name, status, fault]).toEqual([operation.id, caller.name, status, ""]);
      cells.push(status);
    }
    const figures = [...new Set(cells)].map((status) => `${status}: ${cells.filter((one) => one === status).length}`);
    console.info(
      `${database}: ${DESCRIBED.length} operations x ${callers.length} callers, ${cells.length} cells (${figures.join(", ")})`,
    );
    expect(cells.length).toBeGreaterThanOrEqual(DESCRIBED.length * callers.length);
  });

  test("what is another's is told as what was made up, and to its own it is there", async () => {
    let compared = 0;
    const named = DESCRIBED.filter(({ path }) => NAMED.some((name) => path.includes(`{${name}}`)));
    for (const operation of named) {
      const others = callers.filter((caller) => expected(operation, caller) !== "own");
      const before = await dumpOf(company.db);
      for (const caller of others) {
        const [here, nowhere] = [await ask(operation, caller, real), await ask(operation, caller, MADE_UP)];
        expect([operation.id, caller.name, told(here, real)]).toEqual([
          operation.id,
          caller.name,
          told(nowhere, MADE_UP),
        ]);
      }
      expect([operation.id, await dumpOf(company.db)]).toEqual([operation.id, before]);
      for (const caller of callers.filter((one) => !others.includes(one)))
        expect([operation.id, caller.name, (await ask(operation, caller, real)).status]).not.toContain(404);
      compared += callers.length;
    }
    console.info(`${database}: ${compared} callers of ${named.length} operations that name something`);
    expect(compared).toBeGreaterThan(callers.length);
  });
});

/** What an operation that was reached may say of a request that its schema takes. */
const HEARD = [200, 201, 202, 404, 409, 412, 415, 422, 428];

/** Who must be refused, with the status; what can be read can be asked for by its head alone too. */
function refusalsOf(operation: Described, callers: readonly Caller[]) {
  const methods = operation.method === "GET" ? ["GET", "HEAD"] : [operation.method];
  return callers.flatMap((caller) => {
    const wanted = expected(operation, caller);
    return typeof wanted === "number" ? methods.map((method) => ({ caller, method, wanted })) : [];
  });
}

/** Who is heard by an operation, whatever it then says. */
function hearersOf(operation: Described, callers: readonly Caller[]): Caller[] {
  return callers.filter((caller) => typeof expected(operation, caller) === "string");
}

/** Everybody who may come: without a token, with one that is none or no longer, and with each kind of token that is one. */
async function callersOf({ url, deps, db, access }: OpenCompany): Promise<readonly Caller[]> {
  const { operator } = access;
  const [claire, karim] = access.portes as [DemoPorte, DemoPorte];
  const idOf = async (email: string) =>
    (await db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow()).id;
  const tokenOf = async (email: string, scopes: Scope[], days = 1) =>
    createToken(deps, { personId: await idOf(email), scopes, days }, "test");
  const held = async (name: string, email: string, scopes: Scope[], staff: string | null = null): Promise<Caller> => ({
    name,
    header: `Bearer ${await tokenOf(email, scopes)}`,
    holder: { role: email === operator.email ? "operator" : "porte", scopes, isOwner: email === claire.email, staff },
  });
  const none = (name: string, header: string | null): Caller => ({ name, header, holder: null });
  const ended = await tokenOf(claire.email, ["read", "declare", "expenses"]);
  await db.deleteFrom("access_tokens").where("token_hash", "=", tokenHash(ended)).execute();
  const login = await new Visitor(url, "192.0.2.1").login(claire);
  const other = new Visitor(url, "192.0.2.2");
  const revoked = await other.login(claire);
  await other.post("/oauth/revoke", { client_id: "porte-cli", token: revoked.access_token });
  const spent = await new Visitor(url, "192.0.2.3").login(claire);
  const { grant_id } = await db
    .selectFrom("oidc_records")
    .select("grant_id")
    .where("model", "=", "AccessToken")
    .orderBy("expires_at", "desc")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("oidc_records")
    .set({ expires_at: sql<Date>`now() - interval '1 second'` })
    .where("model", "=", "AccessToken")
    .where("grant_id", "=", grant_id)
    .execute();
  const filing: Scope[] = ["read", "declare", "expenses"];
  return [
    none("nobody", null),
    none("an empty token", "Bearer "),
    none("garbage", "Bearer garbage"),
    none("another scheme", `Basic ${Buffer.from(`${claire.email}:${claire.password}`).toString("base64")}`),
    none("two tokens", `Bearer ${claire.token}, Bearer ${operator.token}`),
    none("a personal token that was ended", `Bearer ${ended}`),
    none("a personal token of the past", `Bearer ${await tokenOf(claire.email, filing, -1)}`),
    none("an access token that was revoked", `Bearer ${revoked.access_token}`),
    none("an access token of the past", `Bearer ${spent.access_token}`),
    none("a refresh token", `Bearer ${login.refresh_token}`),
    none("an id token", `Bearer ${(login as unknown as { id_token?: string }).id_token ?? "missing"}`),
    none("a device code", `Bearer ${login.code}`),
    await held("a porté without a scope", claire.email, []),
    await held("a porté who may read", claire.email, ["read"]),
    await held("a porté who may declare", claire.email, ["declare"]),
    await held("a porté who may file expenses", claire.email, ["expenses"]),
    await held("a porté with the operator's scope", claire.email, [...filing, "operator"]),
    await held("another porté", karim.email, filing),
    await held("another porté with the operator's scope", karim.email, [...filing, "operator"]),
    await held("an operator without a scope", operator.email, []),
    await held("an operator who may read", operator.email, ["read"]),
    await held("an operator with a porté's scopes", operator.email, filing),
    await held("an operator with the operator's scope alone", operator.email, ["operator"], "administrator"),
    await held("an operator", operator.email, ["read", "operator"], "administrator"),
    await held("the porté", claire.email, filing),
    { ...(await held("the porté, logged in", claire.email, filing)), header: `Bearer ${login.access_token}` },
  ];
}

type DemoPorte = OpenCompany["access"]["portes"][number];
