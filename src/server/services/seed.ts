import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { addMonths, firstDay, lastDay, monthOf } from "../../domain/calendar.ts";
import { dayInParis } from "../../domain/paris.ts";
import type { Db, Deps, Schemas } from "../deps.ts";
import { actAs } from "./actor.ts";
import { hashPassword } from "./people.ts";
import { createToken, tokenHash } from "./tokens.ts";

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

/** The hashes of the demonstration's passwords, by address. They take a while: ask for them before they are needed. */
export async function demoHashes(): Promise<ReadonlyMap<string, string>> {
  const people = [OPERATOR, ...STAFF, ...PORTES];
  return new Map(
    await Promise.all(people.map(async ({ email, name }) => [email, await hashPassword(passwordOf(name))] as const)),
  );
}

/** Where a demonstration's accesses are kept, in clear: its passwords are known to everybody too. */
const ACCESS = "demo-access";

/**
 * Fills an empty company with its staff and two portés, all or nothing; one that was filled so before gives the same accesses again.
 * Null for a company that somebody else opened.
 */
export async function demoAccess(deps: Deps, hashes: Promise<ReadonlyMap<string, string>>): Promise<DemoAccess | null> {
  const hashOf = await hashes;
  return deps.db.transaction().execute(async (trx) => {
    /** Several first starts at once: one fills, the others wait and find it filled. */
    await sql`lock table people in share row exclusive mode`.execute(trx);
    if (!(await isEmpty(trx))) return knownAccess(deps, trx);
    await actAs(trx, SEEDED_BY, deps.now());
    const access = await fill({ ...deps, db: trx }, hashOf);
    await trx
      .insertInto("server_keys")
      .values({ name: ACCESS, value: JSON.stringify(access), created_at: deps.now() })
      .execute();
    return access;
  });
}

/** Says whether nobody was ever recorded. */
export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom("people").select("id").limit(1).executeTakeFirst()) === undefined;
}

async function knownAccess({ now }: Deps, trx: Db): Promise<DemoAccess | null> {
  const kept = await trx.selectFrom("server_keys").select("value").where("name", "=", ACCESS).executeTakeFirst();
  if (kept === undefined) return null;
  const access = kept.value as DemoAccess;
  const tokens = [access.operator, ...access.staff, ...access.portes].map(({ token }) => tokenHash(token));
  await trx
    .updateTable("access_tokens")
    .set({ expires_at: new Date(now().getTime() + TOKEN_DAYS * 86_400_000) })
    .where("token_hash", "in", tokens)
    .where("expires_at", "<", now())
    .execute();
  return access;
}

function passwordOf(name: string): string {
  return `${name.split(" ")[0]?.toLowerCase()}-demo-2026`;
}

async function fill(deps: Deps, hashOf: ReadonlyMap<string, string>): Promise<DemoAccess> {
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
  const operator = await seedPerson(deps, OPERATOR, hashOf);
  const staff: DemoAccess["staff"] = [];
  for (const one of STAFF) {
    const { email, password, token } = await seedPerson(deps, one, hashOf);
    staff.push({ role: one.staffRole, name: one.name, email, password, token });
  }
  const portes: DemoAccess["portes"] = [];
  for (const porte of PORTES) {
    const person = await seedPerson(deps, { name: porte.name, email: porte.email, staffRole: null }, hashOf);
    const start = firstDay(month);
    await deps.db
      .insertInto("employment_contracts")
      .values({
        id: uuid(),
        person_id: person.id,
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
    for (const mission of porte.missions) await seedMission(deps.db, person.id, { ...mission, start, end }, recorded);
    portes.push({
      name: porte.name,
      email: person.email,
      password: person.password,
      token: person.token,
      missions: porte.missions.map(({ reference, client }) => ({ reference, client, start, end })),
    });
  }
  return { operator: { email: operator.email, password: operator.password, token: operator.token }, staff, portes };
}

async function seedPerson(
  deps: Deps,
  { staffRole, name, email }: { staffRole: Schemas["StaffRole"] | null; name: string; email: string },
  hashOf: ReadonlyMap<string, string>,
) {
  const id = uuid();
  const password = passwordOf(name);
  await deps.db
    .insertInto("people")
    .values({
      id,
      role: staffRole === null ? "porte" : "operator",
      staff_role: staffRole,
      name,
      email,
      password_hash: hashOf.get(email) ?? "",
      recorded_at: deps.now(),
      recorded_by: SEEDED_BY,
    })
    .execute();
  const scopes: Schemas["Scope"][] = staffRole === null ? ["read", "declare", "expenses"] : ["read", "operator"];
  return { id, email, password, token: await createToken(deps, { personId: id, scopes, days: TOKEN_DAYS }, SEEDED_BY) };
}

async function seedMission(
  db: Db,
  personId: string,
  mission: DemoPorte["missions"][number] & { start: string; end: string },
  recorded: { recorded_at: Date; recorded_by: string },
): Promise<void> {
  const { reference, client, title, start, end, dailyRateCents, projectCodes } = mission;
  await db
    .insertInto("missions")
    .values({
      id: uuid(),
      person_id: personId,
      reference,
      client,
      title,
      start_day: start,
      end_day: end,
      daily_rate_cents: dailyRateCents,
      project_codes: JSON.stringify(projectCodes),
      ...recorded,
    })
    .execute();
}
