import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vatNumberOf } from "../../src/domain/invoice-facts.ts";
import { startMailer } from "../../src/server/approval/mailer.ts";
import { forgetOldEvents } from "../../src/server/events/queries.ts";
import { takeReminderMail } from "../../src/server/invoices/mail.ts";
import { invoicePaper } from "../../src/server/invoices/paper.ts";
import { type Frame, openStream } from "../parts/event-stream.ts";
import { fillCompany } from "../parts/filled.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { openMailbox } from "../parts/mailbox.ts";
import { firstPageOf } from "../parts/pdf-boxes.ts";
import { describeOnEach } from "../parts/programs.ts";
import { send } from "../parts/raw.ts";

interface Owned {
  readonly invoice: { readonly id: string; readonly amountCents: number; readonly paidCents: number };
}

describeOnEach("what happens to a porté", {}, (database) => {
  let company: InProcess;
  let names: Record<string, string>;

  const tokenOf = (at: number) => company.access.portes[at]?.token ?? "";
  const read = async (path: string, at = 0) => {
    const headers = { authorization: `Bearer ${tokenOf(at)}` };
    const { status, text } = await send(company.url, { method: "GET", path: `/v1${path}`, headers });
    return { status, body: status === 200 ? JSON.parse(text) : text };
  };
  const lastOf = async (at = 0): Promise<string> => (await read("/events", at)).body.last;
  const idOf = async (at: number) =>
    (
      await company.db
        .selectFrom("people")
        .select("id")
        .where("email", "=", company.access.portes[at]?.email ?? "")
        .executeTakeFirstOrThrow()
    ).id;
  const grantLeave = (personId: string, startDay: string, trx = company.db) =>
    trx
      .insertInto("leave")
      .values({
        id: uuid(),
        person_id: personId,
        kind: "unpaid-leave",
        start_day: startDay,
        end_day: startDay,
        recorded_at: new Date(),
        recorded_by: "test",
      })
      .execute();
  const kindsOf = (frames: readonly Frame[]) =>
    frames.filter(({ event }) => event === "message").map(({ data }) => JSON.parse(data).kind);

  beforeAll(async () => {
    company = await openInProcess(database);
    names = await fillCompany(company);
  });
  afterAll(() => company.close());

  test("is told to that porté alone, in its order, as it happens and page by page", async () => {
    const [before, others] = [await lastOf(), await lastOf(1)];
    const stream = await openStream(company.url, tokenOf(0));
    await stream.reaches(0);
    const { expenseId, reportId } = names;
    await company.asStaff(
      "POST",
      `/operator/expenses/${expenseId}/question`,
      { question: "Which line?" },
      `/operator/expenses/${expenseId}`,
    );
    await company.asStaff(
      "POST",
      `/operator/activity-reports/${reportId}/decision`,
      { decision: "approve" },
      `/operator/activity-reports/${reportId}`,
    );
    await stream.reaches(2);

    expect(stream.frames[0]).toEqual({ event: "start", id: before, data: "{}" });
    expect(kindsOf(stream.frames)).toEqual(["expense-questioned", "report-approved"]);
    const { body } = await read(`/events?cursor=${before}`);
    expect(body.items).toEqual(stream.frames.slice(1).map(({ data }) => JSON.parse(data)));
    expect(body.items.map(({ about }: { about: string }) => about)).toEqual([expenseId, "2026-11"]);
    expect(body).toMatchObject({ nextCursor: null, reset: false, last: String(Number(before) + 2) });
    expect((await read(`/events?cursor=${before}&limit=1`)).body.nextCursor).toBe(String(Number(before) + 1));
    expect(await lastOf(1)).toBe(others);
    stream.cut();
  });

  test("goes on from the last event that is known, and says when that is no longer there", async () => {
    const last = Number(await lastOf());
    const again = await openStream(company.url, tokenOf(0), { lastId: String(last - 1), seconds: 0 });
    expect(await again.ended).toBe(true);
    expect(kindsOf(again.frames)).toEqual(["report-approved"]);
    const ahead = await openStream(company.url, tokenOf(0), { lastId: "999999", seconds: 0 });
    expect(await ahead.ended).toBe(true);
    expect(ahead.frames.at(-1)).toEqual({ event: "reset", id: String(last), data: "{}" });
    expect((await read("/events?cursor=999999")).body).toMatchObject({ items: [], reset: true });
    expect((await read("/events?cursor=x")).status).toBe(400);
    expect((await read("/events/stream?seconds=601")).status).toBe(400);

    const later = new Date(Date.now() + 400 * 86_400_000);
    await forgetOldEvents({ ...company.deps, now: () => later });
    expect((await read("/events?cursor=1")).body).toEqual({
      items: [],
      nextCursor: null,
      last: String(last),
      reset: true,
    });
    expect((await read(`/events?cursor=${last}`)).body).toMatchObject({ items: [], reset: false });
  });

  test("is told by as many streams as there is room for, each until its time is over", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(company.url, tokenOf(1))));
    const refused = await openStream(company.url, tokenOf(1));
    expect([refused.answer.statusCode, refused.answer.headers["retry-after"]]).toEqual([429, "30"]);
    const other = await openStream(company.url, tokenOf(0), { seconds: 1 });
    expect(await other.ended).toBe(true);

    for (const stream of streams) stream.cut();
    await Promise.all(streams.map(({ ended }) => ended));
    await expect
      .poll(async () => {
        const next = await openStream(company.url, tokenOf(1));
        next.cut();
        return next.answer.statusCode;
      })
      .toBe(200);
  });

  test("is read in its order and without a hole by who follows it, whatever the order in which changes begin and end", async () => {
    const person = await idOf(1);
    const before = Number(await lastOf(1));
    const seen: number[] = [];
    let isOver = false;
    const following = (async () => {
      for (let after = before; !isOver || after < before + 24; ) {
        const { items } = (await read(`/events?cursor=${after}`, 1)).body;
        for (const { id } of items) seen.push(Number(id));
        after = seen.at(-1) ?? after;
      }
    })();
    await Promise.all(
      Array.from({ length: 32 }, (_, at) =>
        company.db
          .transaction()
          .execute(async (trx) => {
            await grantLeave(person, `2027-01-${String((at % 28) + 1).padStart(2, "0")}`, trx);
            await sql`select pg_sleep(${(at * 7) % 5} * 0.004)`.execute(trx);
            if (at % 4 === 3) throw new Error("taken back");
          })
          .catch((failure: Error) => expect(failure.message).toBe("taken back")),
      ),
    );
    isOver = true;
    await following;

    expect(seen).toEqual(Array.from({ length: 24 }, (_, at) => before + 1 + at));
  });

  test("a reminder that is asked for leaves once, by mail, with the invoice; where nobody can be written to, nothing is recorded", async () => {
    const [{ id, number }] = (await read("/invoices")).body.items;
    const shown = async () => (await read(`/invoices/${id}`)).body.reminders;
    const remind = (more = {}) =>
      company.asStaff("POST", `/operator/invoices/${id}/reminders`, { channel: "mail", send: true, ...more });
    await expect(remind()).rejects.toThrow("company.no_mail");
    Object.assign(company.deps, { asksClients: true });
    await expect(remind()).rejects.toThrow("company.no_recipient");
    const contact = (client_email: string | null) =>
      company.db.updateTable("missions").set({ client_email }).where("reference", "=", "ACME").execute();
    await contact("compta@acme.example");
    await expect(remind({ channel: "phone" })).rejects.toThrow("is a mail of today");
    expect(await shown()).toEqual([]);
    await remind();
    expect(await shown()).toMatchObject([{ channel: "mail", mailedAt: null }]);

    const mailbox = await openMailbox();
    const failures: unknown[] = [];
    const from = { smtp: `smtp://127.0.0.1:${mailbox.port}`, from: "paie@portage.example" };
    const stop = startMailer(company.deps, from, (failure) => failures.push(failure));
    const [mail] = await mailbox.received("compta@acme.example", 1);
    expect(mail?.text).toMatch(new RegExp(`La facture ${number} du .* TTC, était à payer au plus tard le `));
    /** "%PDF-", as it is written in a mail. */
    expect(mail?.text.includes("JVBERi0")).toBe(true);
    await expect.poll(shown).toMatchObject([{ mailedAt: expect.stringMatching(/Z$/) }]);
    await stop();
    await mailbox.stop();
    expect([await takeReminderMail(company.deps), failures]).toEqual([null, []]);
    Object.assign(company.deps, { asksClients: false });
    await contact(null);
  });

  test("an invoice is printed with what the law has it name, as it was when it was issued", async () => {
    const [{ id, number }] = (await read("/invoices")).body.items;
    const { facts } = await invoicePaper(company.deps, { invoiceId: id });
    const printed = async () => {
      const { draw } = await invoicePaper(company.deps, { invoiceId: id });
      return (await firstPageOf(await draw())).boxes.map(({ text }) => text).join(" ");
    };
    const said = await printed();
    for (const mention of [
      number,
      facts.company.name,
      facts.client.name,
      "SIRET",
      "TVA intracommunautaire FR",
      "Date d'émission",
      "À payer le",
      "Total TTC",
      "TVA 20 %",
      "escompte",
      "L441-10",
      "40 €",
      "prestation de services",
    ])
      expect([mention, said.includes(mention)]).toEqual([mention, true]);
    expect(vatNumberOf("404833048")).toBe("FR83404833048");
  });

  test("tells each thing that becomes of an invoice, and that it is paid by the payment that makes it so", async () => {
    const before = await lastOf();
    const work = { porteEmail: company.access.portes[0]?.email ?? "", mission: "ACME", month: "2026-11" };
    const issue = async () => (await company.asStaff("POST", "/operator/invoices", work)) as Owned;
    const [first] = (await read("/invoices")).body.items;
    const reminders = `/operator/invoices/${first.id}/reminders`;
    const { etag } = (await company.asStaff("POST", reminders, { channel: "mail" })) as { readonly etag: string };
    const cancelled = await send(company.url, {
      ...{ method: "POST", path: `/v1/operator/invoices/${first.id}/cancellation` },
      headers: {
        authorization: `Bearer ${company.access.operator.token}`,
        ...{ "if-match": etag, "idempotency-key": uuid(), "content-type": "application/json" },
      },
      body: JSON.stringify({ reason: "price" }),
    });
    expect(cancelled.status).toBe(201);
    const { invoice } = await issue();
    const pay = (amountCents: number) =>
      company.asStaff("POST", "/operator/payments", { ...work, amountCents, receivedOn: "2026-11-25" });
    await pay(invoice.amountCents - invoice.paidCents - 1);
    await pay(1);

    const { items } = (await read(`/events?cursor=${before}`)).body;
    expect(items.map(({ kind, about }: { kind: string; about: string }) => [kind, about])).toEqual([
      ["invoice-reminded", first.id],
      ["invoice-cancelled", first.id],
      ["invoice-issued", invoice.id],
      ["payment-received", "2026-11"],
      ["payment-received", "2026-11"],
      ["invoice-paid", invoice.id],
    ]);
  });

  test.skipIf(database === "PGlite")(
    "is told again once the session that listens was cut, and so is what happened between",
    async () => {
      const listeners = async () => {
        const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
        where datname = current_database() and query = 'listen porte_events'`.execute(company.db);
        return rows.map(({ pid }) => pid);
      };
      const person = await idOf(0);
      const stream = await openStream(company.url, tokenOf(0));
      await stream.reaches(0);
      const [cut = 0] = await listeners();
      await sql`select pg_terminate_backend(${cut}::integer)`.execute(company.db);
      await grantLeave(person, "2027-03-01");
      await expect
        .poll(async () => (await listeners()).filter((pid) => pid !== cut), { timeout: 20_000 })
        .toHaveLength(1);
      await grantLeave(person, "2027-03-02");
      await stream.reaches(2);

      expect(kindsOf(stream.frames)).toEqual(["leave-recorded", "leave-recorded"]);
      stream.cut();
    },
  );

  test("ends in order for whoever follows it when the company stops", async () => {
    const stream = await openStream(company.url, tokenOf(0));
    await stream.reaches(0);
    await company.stopLasting();
    expect(await stream.ended).toBe(true);
  });
});
