import { createHmac, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { addMonths, firstDay, lastDay, monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import { serverKey } from "../crypto/keys.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { clientNamed } from "../missions/clients.ts";
import { isEmpty } from "../people/queries.ts";
import { letTokenIn } from "../tokens/commands.ts";
import { tokenHash } from "../tokens/hash.ts";
import { actAs } from "../trail/actor.ts";

/** What a script needs to use a seeded company. */
export interface DemoAccess {
  /** The administrator. */
  readonly operator: { email: string; password: string; token: string };
  readonly staff: { role: Schemas["StaffRole"]; name: string; email: string; password: string; token: string }[];
  readonly portes: {
    name: string;
    email: string;
    password: string;
    token: string;
    missions: { reference: string; client: string; start: string; end: string | null }[];
  }[];
}

const SEEDED_BY = "seed";
const TOKEN_DAYS = 90;

/** The parameters of the invented company: a mid-sized one of the inner suburbs of Paris. */
const COMPANY: Omit<Schemas["Company"], "guarantee"> = {
  name: "Exemple Portage",
  siren: "123456782",
  address: "12 rue de la Gare, 93100 Montreuil",
  siret: "12345678200010",
  apeCode: "78.30Z",
  establishment: null,
  fee: { ratePpm: 70_000, monthlyCapCents: null },
  payroll: {
    headcount: 240,
    workAccidentPpm: 9_000,
    mobilityPpm: 32_000,
    apprenticeSharePpm: 50_000,
    healthPlanCents: 6_000,
    healthPlanEmployerPpm: 500_000,
    providentPpm: 15_000,
    reservePpm: 100_000,
  },
  deadlines: { reportDueDay: 25, transferDay: 5 },
  operatingCap: { basis: "turnover", ratePpm: 150_000 },
};

const OPERATOR = { name: "Odile Martin", email: "odile@portage.example", staffRole: "administrator" } as const;
const STAFF = [
  { name: "Alice Durand", email: "alice@portage.example", staffRole: "adviser" },
  { name: "Paul Lefèvre", email: "paul@portage.example", staffRole: "payroll" },
] as const;

interface DemoPorte {
  readonly name: string;
  readonly email: string;
  readonly category: "cadre" | "non-cadre";
  readonly level: "junior" | "senior";
  readonly job: string;
  readonly missions: readonly {
    reference: string;
    client: string;
    title: string;
    dailyRateCents: number;
    projectCodes: string[];
  }[];
}

const PORTES: readonly DemoPorte[] = [
  {
    name: "Claire Morel",
    email: "claire@porte.example",
    category: "cadre",
    level: "senior",
    job: "Consultante en systèmes d'information",
    missions: [
      {
        reference: "ACME",
        client: "Acme Conseil",
        title: "Refonte du système de commande",
        dailyRateCents: 65_000,
        projectCodes: ["CMD-1", "CMD-2"],
      },
    ],
  },
  {
    name: "Karim Benali",
    email: "karim@porte.example",
    category: "non-cadre",
    level: "junior",
    job: "Formateur",
    missions: [
      {
        reference: "NORD",
        client: "Nord Logistique",
        title: "Formation des équipes",
        dailyRateCents: 42_000,
        projectCodes: [],
      },
      { reference: "SUD", client: "Sud Habitat", title: "Audit des achats", dailyRateCents: 45_000, projectCodes: [] },
    ],
  },
];

/**
 * The hashes of the demonstration's passwords, by address, as `hashPassword` makes them: everybody may know these passwords, and
 * five hashes are a third of what a start takes.
 */
const HASHES: Readonly<Record<string, string>> = {
  "odile@portage.example": "scrypt$16384$Z_EY0ZuhhNIROSiztf-rDQ$pHWVA4lcMbLkTFXo_QqsekIgucoK4NU7wG31rgYKKS0",
  "alice@portage.example": "scrypt$16384$X3eYMtlEaLc3OqhgLCWkXA$TrbApFWX0fS0E6ibLlD18JXxC9PnjdYKtWwKigthZCY",
  "paul@portage.example": "scrypt$16384$pxKSemIPQv5ilNKRI4VK8A$lL074G5VyUmSSQRE4ihuWzZTDW65HwS4M-M9vwBUt1M",
  "claire@porte.example": "scrypt$16384$YqITEAby7Rz-gv1SslD_zw$-Bdedldcs7vYyMVvz83c4PJGt_t_FO7SpExPzJwaH0k",
  "karim@porte.example": "scrypt$16384$uNwGhV7BudCBbjU1gSNvBg$AGKqzbHrwf0bK9O3g12v2RZ6w78PwmbOQC-k10AFpmM",
};

/** The key that a demonstration's tokens are made from, so that each start knows them again. */
const TOKENS = "demo-tokens";

/**
 * Fills an empty company with its staff and two portés, all or nothing; one that was filled so before gives the same accesses again.
 * Null for a company that somebody else opened.
 */
export async function demoAccess(deps: Deps): Promise<DemoAccess | null> {
  return deps.db.transaction().execute(async (trx) => {
    /** Several first starts at once: one fills, the others wait and find it filled. */
    await sql`lock table people in share row exclusive mode`.execute(trx);
    const inside = { ...deps, db: trx };
    if (await isEmpty(trx)) {
      await actAs(trx, SEEDED_BY, deps.now());
      const made = { key: randomBytes(32).toString("base64url") };
      await fill(inside, await serverKey(trx, TOKENS, () => made, deps.now()));
    }
    return knownAccess(inside);
  });
}

/** A token that is the same at each start of one demonstration, and another's at no other. */
function tokenOf({ key }: { key: string }, email: string): string {
  return `porte_${createHmac("sha256", key).update(email).digest("base64url").slice(0, 32)}`;
}

/** The accesses of a demonstration, with its tokens let in again where they have expired. */
async function knownAccess({ db, now }: Deps): Promise<DemoAccess | null> {
  const kept = await db.selectFrom("server_keys").select("value").where("name", "=", TOKENS).executeTakeFirst();
  if (kept === undefined) return null;
  const accessTo = ({ name, email }: { name: string; email: string }) => ({
    email,
    password: passwordOf(name),
    token: tokenOf(kept.value as { key: string }, email),
  });
  const missions = await db
    .selectFrom("missions")
    .innerJoin("people", "people.id", "missions.person_id")
    .select(["people.email", "reference", "client", "start_day as start", "end_day as end"])
    .where("missions.recorded_by", "=", SEEDED_BY)
    .orderBy("missions.id")
    .execute();
  const people = [OPERATOR, ...STAFF, ...PORTES].map((one) => tokenHash(accessTo(one).token));
  await db
    .updateTable("access_tokens")
    .set({ expires_at: new Date(now().getTime() + TOKEN_DAYS * 86_400_000) })
    .where("token_hash", "in", people)
    .where("expires_at", "<", now())
    .execute();
  return {
    operator: accessTo(OPERATOR),
    staff: STAFF.map((one) => ({ role: one.staffRole, name: one.name, ...accessTo(one) })),
    portes: PORTES.map((one) => ({
      name: one.name,
      ...accessTo(one),
      missions: missions.filter(({ email }) => email === one.email).map(({ email: _email, ...mission }) => mission),
    })),
  };
}

function passwordOf(name: string): string {
  return `${name.split(" ")[0]?.toLowerCase()}-demo-2026`;
}

async function fill(deps: Deps, key: { key: string }): Promise<void> {
  const now = deps.now();
  const month = monthOf(dayInParis(now));
  const year = Number(month.slice(0, 4));
  const recorded = { recorded_at: now, recorded_by: SEEDED_BY };
  const guarantee = {
    guarantor: "Garantie Mutuelle Exemple",
    amountCents: 98_000_000,
    expires: `${year + 1}-06-30`,
    lastYearPayrollCents: 972_000_000,
  };
  await deps.db
    .insertInto("company_profile")
    .values({ id: 1, profile: JSON.stringify({ ...COMPANY, guarantee }), ...recorded })
    .execute();
  const letIn = (one: SeededPerson) =>
    seedPerson(deps, one, { hash: HASHES[one.email] ?? "", token: tokenOf(key, one.email) });
  await letIn(OPERATOR);
  for (const one of STAFF) await letIn(one);
  for (const porte of PORTES) {
    const personId = await letIn({ name: porte.name, email: porte.email, staffRole: null });
    const start = firstDay(month);
    await deps.db
      .insertInto("employment_contracts")
      .values({
        id: uuid(),
        person_id: personId,
        kind: "cdi",
        category: porte.category,
        level: porte.level,
        job: porte.job,
        start_day: start,
        end_day: null,
        alsace_moselle: false,
        tax_rate_ppm: null,
        ...recorded,
      })
      .execute();
    const end = lastDay(addMonths(month, 4));
    for (const mission of porte.missions) await seedMission(deps.db, personId, { ...mission, start, end }, recorded);
  }
}

interface SeededPerson {
  readonly staffRole: Schemas["StaffRole"] | null;
  readonly name: string;
  readonly email: string;
}

async function seedPerson(
  deps: Deps,
  { staffRole, name, email }: SeededPerson,
  { hash, token }: { hash: string; token: string },
): Promise<string> {
  const id = uuid();
  await deps.db
    .insertInto("people")
    .values({
      id,
      role: staffRole === null ? "porte" : "operator",
      staff_role: staffRole,
      name,
      email,
      password_hash: hash,
      recorded_at: deps.now(),
      recorded_by: SEEDED_BY,
    })
    .execute();
  const scopes: Schemas["Scope"][] = staffRole === null ? ["read", "declare", "expenses"] : ["read", "operator"];
  await letTokenIn(deps, { personId: id, scopes, days: TOKEN_DAYS, token }, SEEDED_BY);
  return id;
}

async function seedMission(
  db: Db,
  personId: string,
  mission: DemoPorte["missions"][number] & { start: string; end: string },
  recorded: { recorded_at: Date; recorded_by: string },
): Promise<void> {
  const { reference, client, title, start, end, dailyRateCents, projectCodes } = mission;
  const record = await clientNamed(db, { now: recorded.recorded_at, by: recorded.recorded_by }, { name: client });
  await db
    .insertInto("missions")
    .values({
      id: uuid(),
      person_id: personId,
      reference,
      client,
      client_id: record.id,
      title,
      start_day: start,
      end_day: end,
      daily_rate_cents: dailyRateCents,
      project_codes: JSON.stringify(projectCodes),
      ...recorded,
    })
    .execute();
}
