// slow: 40 s
import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Schemas } from "../../src/server/deps.ts";
import { createToken } from "../../src/server/tokens/commands.ts";
import { tokenHash } from "../../src/server/tokens/hash.ts";
import { dumpOf, type OpenCompany, openCompany } from "../parts/company.ts";
import { DESCRIBED, type Described } from "../parts/described.ts";
import { fillCompany } from "../parts/filled.ts";
import { Visitor } from "../parts/oauth.ts";
import { describeOnOne } from "../parts/programs.ts";
import { newKey, type RawAnswer, send } from "../parts/raw.ts";
import { type Sample, sampleRequest } from "../parts/samples.ts";

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

/** How a caller is refused: by whom it is, by what its token may, or by what its role may among the staff. */
const REFUSALS = {
  unknown: { wanted: 401, code: "auth.refused" },
  scope: { wanted: 403, code: "auth.forbidden" },
  role: { wanted: 403, code: "auth.staff_role" },
} as const;
type Refusal = keyof typeof REFUSALS;

/** What nobody but its porté does or reads so; the staff has operations of its own for the same things. */
const OWNERS_ALONE = ["getContractDocument", "getContractDocumentPdf", "requestSigningLink", "proposeAmendment"];

/** What the contract has a caller answered: a refusal, nothing of another's, or what was asked for. */
function expected(operation: Described, { holder }: Caller): "open" | Refusal | "own" | "others" {
  if (operation.isPublic) return "open";
  if (holder === null) return "unknown";
  const { scopes, staff } = operation;
  if (!scopes.some((scope) => holder.scopes.some((one) => one === scope))) return "scope";
  if (staff !== null && holder.role !== "operator") return "scope";
  if (staff !== null && !staff.includes(holder.staff ?? "")) return "role";
  const seesOthers =
    holder.role === "operator" && holder.scopes.includes("operator") && !OWNERS_ALONE.includes(operation.id);
  return holder.isOwner || seesOthers ? "own" : "others";
}

const ROLES = ["adviser", "payroll", "administrator"];
/** Requests that nobody's would be taken: another type, no body, none that is JSON, another one, and one without a header. */
const BAD: readonly Partial<Sample>[] = [
  { headers: { "content-type": "text/plain" } },
  { headers: { "content-length": "0" }, body: "" },
  { body: "{" },
  { body: '{"nonsense":1}' },
  { headers: { "idempotency-key": "x" }, body: "[]" },
  { body: "x".repeat(300_000) },
];

/** What one operation answered one caller. */
interface Cell {
  readonly operation: string;
  readonly caller: string;
  readonly status: number;
}

const MADE_UP = {
  month: "2031-07",
  sha256: "cd".repeat(32),
  receiptId: uuid(),
  reportId: uuid(),
  expenseId: uuid(),
  documentId: uuid(),
  missionId: uuid(),
  invoiceId: uuid(),
};
/** What is one person's alone and has a name that another could say; a month or a hash names something of the caller's own. */
const NAMED = ["receiptId", "reportId", "expenseId", "documentId", "missionId", "invoiceId"];

test("every operation says which scope opens it, the staff's which of its roles too, and no other operation does", () => {
  for (const { id, isPublic, scopes, isStaffs, staff } of DESCRIBED) {
    expect([id, staff ?? []]).toEqual([id, isStaffs ? expect.arrayContaining(["administrator"]) : []]);
    expect([id, scopes.length]).toEqual([id, isPublic ? 0 : 1]);
    expect([id, scopes.includes("operator")]).toEqual([id, isStaffs]);
  }
  const known = DESCRIBED.flatMap(({ staff }) => staff ?? []);
  expect(new Set(known)).toEqual(new Set(ROLES));
  expect(DESCRIBED.filter(({ isPublic }) => isPublic).map(({ id }) => id)).toEqual(["getService", "listReceiptKeys"]);
});

describeOnOne("who may do what,", {}, (database) => {
  let company: OpenCompany;
  let callers: readonly Caller[];
  let real: Record<string, string>;

  const ask = (operation: Described, { header }: Caller, places: Record<string, string>, method?: string) => {
    const sample = sampleRequest(operation, { key: newKey(), places });
    const headers = header === null ? sample.headers : { ...sample.headers, authorization: header };
    return send(company.url, { ...sample, headers, ...(method === undefined ? {} : { method }) });
  };
  const askBadly = (operation: Described, { header }: Caller, bad: Partial<Sample>) => {
    const sample = sampleRequest(operation, { key: newKey(), places: real });
    const authorization: Record<string, string> = header === null ? {} : { authorization: header };
    return send(company.url, { ...sample, ...bad, headers: { ...sample.headers, ...bad.headers, ...authorization } });
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

  /** Asks in the name of everybody whom an operation must refuse, and gives the statuses. */
  const refuse = async (operation: Described) => {
    const cells: Cell[] = [];
    for (const { caller, method, wanted, code } of refusalsOf(operation, callers)) {
      const { status, text } = await ask(operation, caller, real, method);
      const told = { status, code: method === "HEAD" ? code : JSON.parse(text).code };
      expect([operation.id, method, caller.name, told]).toEqual([
        operation.id,
        method,
        caller.name,
        { status: wanted, code },
      ]);
      cells.push({ operation: operation.id, caller: caller.name, status });
    }
    return cells;
  };
  /** The same of everybody who must be heard. */
  const hear = async (operation: Described) => {
    const cells: Cell[] = [];
    for (const caller of hearersOf(operation, callers)) {
      const { status, text } = await ask(operation, caller, real);
      const fault = HEARD.includes(status) ? "" : text;
      expect([operation.id, caller.name, status, fault]).toEqual([operation.id, caller.name, status, ""]);
      cells.push({ operation: operation.id, caller: caller.name, status });
    }
    return cells;
  };

  test("every operation answers every caller as the contract says, and a refusal changes no row", async () => {
    const cells: Cell[] = [];
    const before = await dumpOf(company.db);
    for (const operation of DESCRIBED) {
      cells.push(...(await refuse(operation)));
      expect([operation.id, await dumpOf(company.db)]).toEqual([operation.id, before]);
    }
    for (const operation of DESCRIBED) cells.push(...(await hear(operation)));
    const figures = [...new Set(cells.map(({ status }) => status))].map(
      (one) => `${one}: ${cells.filter(({ status }) => status === one).length}`,
    );
    console.info(
      `${database}: ${DESCRIBED.length} operations x ${callers.length} callers, ${cells.length} cells (${figures.join(", ")})`,
    );
    const filled = new Set(cells.map(({ operation, caller }) => `${operation}, ${caller}`));
    expect(filled.size).toBe(DESCRIBED.length * callers.length);
  });

  test("a request that nobody's would be taken says no more to who may not send it", async () => {
    let asked = 0;
    for (const operation of DESCRIBED.filter(({ body }) => body !== null)) {
      for (const { caller, wanted, code } of refusalsOf(operation, callers)) {
        const bad = BAD[asked % BAD.length] as Partial<Sample>;
        const { status, text } = await askBadly(operation, caller, bad);
        const found = { status, code: JSON.parse(text).code };
        expect([operation.id, caller.name, bad, found]).toEqual([
          operation.id,
          caller.name,
          bad,
          { status: wanted, code },
        ]);
        asked += 1;
      }
    }
    console.info(`${database}: ${asked} requests that are refused before they are read`);
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
    const found = expected(operation, caller);
    return isRefusal(found) ? methods.map((method) => ({ caller, method, ...REFUSALS[found] })) : [];
  });
}

/** Who is heard by an operation, whatever it then says. */
function hearersOf(operation: Described, callers: readonly Caller[]): Caller[] {
  return callers.filter((caller) => !isRefusal(expected(operation, caller)));
}

function isRefusal(found: ReturnType<typeof expected>): found is Refusal {
  return found in REFUSALS;
}

/** Everybody who may come: without a token, with one that is none or no longer, and with each kind of token that is one. */
async function callersOf({ url, deps, db, access }: OpenCompany): Promise<readonly Caller[]> {
  const { operator } = access;
  const [claire, karim] = access.portes as [DemoPorte, DemoPorte];
  const staffOf = (role: string) => access.staff.find((one) => one.role === role) as DemoStaff;
  const [adviser, payroll] = [staffOf("adviser"), staffOf("payroll")];
  const staff = [operator, adviser, payroll].map(({ email }) => email);
  const idOf = async (email: string) =>
    (await db.selectFrom("people").select("id").where("email", "=", email).executeTakeFirstOrThrow()).id;
  const tokenOf = async (email: string, scopes: Scope[], days = 1) =>
    createToken(deps, { personId: await idOf(email), scopes, days }, "test");
  const held = async (name: string, email: string, scopes: Scope[], role: string | null = null): Promise<Caller> => ({
    name,
    header: `Bearer ${await tokenOf(email, scopes)}`,
    holder: {
      role: staff.includes(email) ? "operator" : "porte",
      scopes,
      isOwner: email === claire.email,
      staff: role,
    },
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
    await held("an adviser without the operator's scope", adviser.email, filing, "adviser"),
    await held("an adviser", adviser.email, ["read", "operator"], "adviser"),
    {
      ...(await held("an adviser of the demonstration", adviser.email, ["read", "operator"], "adviser")),
      header: `Bearer ${adviser.token}`,
    },
    await held("a payroll clerk", payroll.email, ["read", "operator"], "payroll"),
    {
      ...(await held("a payroll clerk of the demonstration", payroll.email, ["read", "operator"], "payroll")),
      header: `Bearer ${payroll.token}`,
    },
    await held("the porté", claire.email, filing),
    { ...(await held("the porté, logged in", claire.email, filing)), header: `Bearer ${login.access_token}` },
  ];
}

type DemoStaff = OpenCompany["access"]["staff"][number];
type DemoPorte = OpenCompany["access"]["portes"][number];
