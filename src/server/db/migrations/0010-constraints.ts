import { type Kysely, sql } from "kysely";

/** The largest amount of the contract, in cents; sums of it stay whole numbers in a program. */
const MAX_CENTS = 100_000_000_000;

const oneOf = (column: string, ...values: readonly string[]) =>
  `${column} in (${values.map((value) => `'${value}'`).join(", ")})`;
const isMonth = (column: string) => `${column} ~ '^20[0-9][0-9]-(0[1-9]|1[0-2])$'`;
const isDay = (column: string) => `${column} between '2000-01-01' and '2099-12-31'`;
const isEmail = (column: string) =>
  `${column} ~ '^[^@[:space:]<>,;]+@[^@[:space:]<>,;]+$' and length(${column}) <= 254`;
const isHash = (column: string) => `${column} ~ '^[0-9a-f]{64}$'`;
const isText = (column: string, most: number) => `length(${column}) between 1 and ${most}`;
const isShort = (column: string, most: number) => `length(${column}) <= ${most}`;
const isList = (column: string) => `jsonb_typeof(${column}) = 'array'`;
const isObject = (column: string) => `jsonb_typeof(${column}) = 'object'`;

/** What each table takes, by the name of the rule. A rule says nothing of a null. */
const RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  people: { name: isText("name", 200), email_form: isEmail("email") },
  employment_contracts: {
    kind: oneOf("kind", "cdi", "cdd"),
    category: oneOf("category", "cadre", "non-cadre"),
    level: oneOf("level", "first", "junior", "senior", "expert"),
    start_day: isDay("start_day"),
    end_day: `${isDay("end_day")} and end_day >= start_day`,
    tax_rate: "tax_rate_ppm between 0 and 1000000",
    job: isText("job", 80),
    position: isText("position", 80),
  },
  company_profile: { profile: `${isObject("profile")} and length(profile::text) <= 200000` },
  missions: {
    reference: "reference ~ '^[A-Z0-9][A-Z0-9_-]{0,31}$'",
    client: isText("client", 200),
    title: isText("title", 500),
    start_day: isDay("start_day"),
    end_day: `${isDay("end_day")} and end_day >= start_day`,
    daily_rate: `daily_rate_cents <= ${MAX_CENTS}`,
    project_codes: isList("project_codes"),
    client_email: isEmail("client_email"),
  },
  leave: { start_day: isDay("start_day"), end_day: isDay("end_day") },
  activity_reports: {
    month: isMonth("month"),
    state: oneOf("state", "submitted", "awaiting-client", "approved", "refused", "withdrawn", "locked"),
    version: "version >= 1",
    revision: "revision >= 1",
  },
  report_versions: {
    version: "version >= 1",
    days: isList("days"),
    days_most: "case when jsonb_typeof(days) = 'array' then jsonb_array_length(days) <= 31 end",
    turnover: `turnover_cents between 0 and ${MAX_CENTS}`,
    receipt: isObject("receipt"),
  },
  report_decisions: {
    decision: oneOf("decision", "approve", "reject"),
    reason: isShort("reason", 500),
    reason_to_reject: "decision <> 'reject' or reason is not null",
  },
  client_links: {
    recipient: isEmail("recipient"),
    language: oneOf("language", "fr", "en"),
    tries: "tries >= 0",
    reason: isShort("reason", 500),
    decided: "(decision is null) = (decided_at is null)",
  },
  receipts: {
    sha256: isHash("sha256"),
    bytes: "bytes between 1 and 10485760",
    media_type: oneOf("media_type", "application/pdf", "image/jpeg", "image/png", "image/webp"),
  },
  receipt_uploads: { sha256: isHash("sha256"), bytes: "bytes <= 10485760", name: isShort("name", 200) },
  expenses: {
    date: isDay("date"),
    category: oneOf(
      "category",
      ...["restaurant", "meal-away", "lodging", "transport", "mileage", "telecom", "equipment", "home-office"],
      ...["telework", "training", "other"],
    ),
    amount: "amount_cents <= 10000000",
    taxable: "taxable_cents <= amount_cents",
    vat: isList("vat"),
    mission: isShort("mission", 32),
    note: isShort("note", 500),
    units: "units <= 31",
    department: "department ~ '^([0-9]{2,3}|2[AB])$'",
    trip: isObject("trip"),
    question: isText("question", 500),
    answer: isText("answer", 500),
    reason: isShort("reason", 500),
    state: oneOf("state", "submitted", "questioned", "approved", "refused", "reimbursed"),
    payslip_month: isMonth("payslip_month"),
    revision: "revision >= 1",
  },
  payments: {
    month: isMonth("month"),
    amount: "amount_cents <= 1000000000",
    fee: "fee_cents between 0 and amount_cents",
    received_on: isDay("received_on"),
    payslip_month: isMonth("payslip_month"),
  },
  payslips: { month: isMonth("month"), document: isObject("document") },
  account_entries: {
    day: isDay("day"),
    month: isMonth("month"),
    kind: oneOf(
      "kind",
      ...["client-payment", "management-fee", "expense-reimbursement", "reserve-transfer", "employer-contributions"],
      ...["employee-contributions", "withholding", "net-pay", "charge", "provision-transfer"],
    ),
    amount: `amount_cents between -${MAX_CENTS} and ${MAX_CENTS}`,
    label: isText("label", 300),
  },
  access_tokens: { token_hash: isHash("token_hash"), scopes: isList("scopes") },
  idempotency_keys: {
    key: "key ~ '^[A-Za-z0-9_-]{16,64}$'",
    request_hash: isHash("request_hash"),
    status: "status between 200 and 599",
  },
};

/**
 * What an older company may hold that it should never have taken, brought to what was meant. A decision that was no approval
 * refused its report; an address with a line end reached nobody, and a new one is asked of the staff; an upload starts again.
 */
const CLEANED = [
  "update report_decisions set reason = left(reason, 500) where length(reason) > 500",
  "update report_decisions set decision = 'reject', reason = coalesce(reason, '') where decision not in ('approve', 'reject')",
  `update missions set client_email = null where not (${isEmail("client_email")})`,
  `delete from receipt_uploads where not (${isHash("sha256")} and bytes <= 10485760 and length(name) <= 200)`,
  ...["question", "answer", "reason"].map(
    (column) => `update expenses set ${column} = left(${column}, 500) where length(${column}) > 500`,
  ),
];

/** The tables whose rows do not say when they were recorded. */
const TIMELESS = ["activity_reports", "idempotency_keys"];

/**
 * Holds the older rows to a rule too. One that cannot be put right, such as a fee in a ledger that is never edited, stays as it was
 * recorded, and can still be paid: the rule then holds for what is recorded later.
 */
function validated(table: string, name: string, rule: string): string {
  const constraint = `${table}_${name}`;
  const forLater = `alter table ${table} drop constraint ${constraint};
    execute 'alter table ${table} add constraint ${constraint} check ((' || $rule$${rule}$rule$ || ') or recorded_at <= '
      || quote_literal((select max(recorded_at) from ${table})) || ')';`;
  return `do $$ begin alter table ${table} validate constraint ${constraint};
    exception when check_violation then ${TIMELESS.includes(table) ? "null;" : forLater} end $$`;
}

/** What is recorded once. Of a payment, payroll says with which payslip it was paid; of a link, the mail and one answer. */
const FINAL = [
  "create trigger report_decisions_final before update or delete on report_decisions for each row execute function refuse_change()",
  `create trigger payments_final before update on payments for each row
    when (to_jsonb(old) - 'payslip_month' is distinct from to_jsonb(new) - 'payslip_month') execute function refuse_change()`,
  "create trigger payments_kept before delete on payments for each row execute function refuse_change()",
  "create trigger receipts_final before update on receipts for each row execute function refuse_change()",
  `create trigger client_links_final before update on client_links for each row
    when (to_jsonb(old) - '{mailed_at,tries,next_try_at,decision,reason,decided_at}'::text[]
        is distinct from to_jsonb(new) - '{mailed_at,tries,next_try_at,decision,reason,decided_at}'::text[]
      or (old.decision is not null
        and (old.decision, old.reason, old.decided_at) is distinct from (new.decision, new.reason, new.decided_at)))
    execute function refuse_change()`,
  `create trigger client_links_kept before delete on client_links for each row
    when (old.decision is not null) execute function refuse_change()`,
  ...["account_entries", "payslips", "report_versions", "report_decisions", "payments", "receipts", "client_links"].map(
    (table) =>
      `create trigger ${table}_whole before truncate on ${table} for each statement execute function refuse_change()`,
  ),
];

/** The tables themselves refuse nonsense, whatever a program says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of CLEANED) await sql.raw(statement).execute(db);
  for (const [table, rules] of Object.entries(RULES)) {
    const added = Object.entries(rules).map(
      ([name, rule]) => `add constraint ${table}_${name} check (${rule}) not valid`,
    );
    await sql.raw(`alter table ${table} ${added.join(", ")}`).execute(db);
    for (const [name, rule] of Object.entries(rules)) await sql.raw(validated(table, name, rule)).execute(db);
  }
  for (const statement of FINAL) await sql.raw(statement).execute(db);
}
