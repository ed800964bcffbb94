// slow: 25 s
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, openMailbox } from "../parts/mailbox.ts";
import { firstPageOf } from "../parts/pdf-boxes.ts";
import { describeOnOne, type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";

const CLIENT = "jeanne@lille.example";
const PROPOSED = ["missions", "add", "LILLE", "--client", "Mairie de Lille", "--siret", "215 903 501 00017"];
const FACTS = [
  ...[
    "--tjm",
    "600",
    "--from",
    "01/12/2026",
    "--to",
    "31/03/2027",
    "--days-ordered",
    "40",
    "--purchase-order",
    "BC-118",
  ],
  ...["--title", "Schéma directeur", "--place", "Hôtel de ville, Lille", "--skills", "Architecte, 15 ans"],
  ...["--equipment", "aucun", "--address", "1 place Augustin Laurent, 59000 Lille", "--chorus-service", "FACT"],
  ...["--contact-name", "Jeanne Dupont", "--contact-email", CLIENT],
];

describeOnOne("a mission is proposed, and its contracts drawn, signed and verified,", {}, (database) => {
  let mailbox: Mailbox;
  let company: TestCompany;
  let claire: Home;
  let karim: Home;
  beforeAll(async () => {
    mailbox = await openMailbox();
    const smtp = `smtp://127.0.0.1:${mailbox.port}`;
    company = await startCompany(database, "--smtp", smtp, "--mail-from", "paie@portage.example");
    claire = newHome({ url: company.url, token: company.claire.token });
    karim = newHome({ url: company.url, token: company.karim.token });
  });
  let isStopped = false;
  afterAll(async () => {
    if (!isStopped) await company.stop();
    await mailbox.stop();
    for (const home of [claire, karim]) home.remove();
  });

  type Outcome = Awaited<ReturnType<Home["porte"]>>;
  async function done(outcome: Promise<Outcome>): Promise<string> {
    const { stdout, stderr, code } = await outcome;
    expect(code, stderr).toBe(0);
    return stdout;
  }
  const json = async (home: Home, ...words: string[]) => JSON.parse(await done(home.porte(...words, "--json")));
  const staff = async (...words: string[]) => JSON.parse(await done(company.staff(...words, "--json")));
  const refused = async (outcome: Promise<Outcome>) => {
    const { code, stderr } = await outcome;
    return { code, error: JSON.parse(stderr).error.code };
  };

  const seen = new Map<string, number>();
  /** The address in the next mail that somebody receives. */
  async function link(to: string): Promise<string> {
    const count = (seen.get(to) ?? 0) + 1;
    seen.set(to, count);
    const { text } = (await mailbox.received(to, count))[count - 1] ?? { text: "" };
    return /http:\S+\/sign\/\S+/.exec(text)?.[0] ?? `no link in ${text}`;
  }
  async function sign(address: string, name: string): Promise<number> {
    const page = await (await fetch(address)).text();
    const sha256 = /name="sha256" value="(\w+)"/.exec(page)?.[1] ?? "";
    const body = new URLSearchParams({ name, consent: "yes", sha256 });
    return (await fetch(address, { method: "POST", body })).status;
  }

  test("a wrong number and an away company are told, and nothing is sent", async () => {
    const wrong = await claire.porte(...PROPOSED.slice(0, 6), "21590350100018", ...FACTS, "--json");
    expect(await refused(Promise.resolve(wrong))).toEqual({ code: 2, error: "mission.client_number" });
    const late = await claire.porte(
      ...PROPOSED,
      ...FACTS.map((word) => (word === "31/03/2027" ? "30/11/2026" : word)),
      "--json",
    );
    expect(await refused(Promise.resolve(late))).toEqual({ code: 2, error: "usage.day_order" });
    const ended = company.staff(
      "missions",
      "end",
      "--porte",
      company.claire.email,
      "--mission",
      "ACME",
      "--on",
      "01/01/2020",
    );
    expect((await ended).code).toBe(2);
    const amended = (...words: string[]) =>
      refused(claire.porte("missions", "amend", "ACME", "--agreed-on", "20/11/2026", ...words, "--json"));
    expect(await amended("--to", "01/01/2020")).toEqual({ code: 2, error: "mission.amendment_end" });
    expect(await amended("--tjm", "700", "--from", "01/01/2020")).toEqual({ code: 2, error: "mission.amendment_day" });
    const away = newHome({ url: "http://127.0.0.1:9", token: company.claire.token });
    expect(await refused(away.porte(...PROPOSED, ...FACTS, "--json"))).toEqual({
      code: 4,
      error: "server.unreachable",
    });
    away.remove();
    expect(await staff("missions", "proposals")).toEqual({ items: [] });
  });

  test("the company refuses with a reason, and accepts what is proposed anew", async () => {
    const first = await json(claire, ...PROPOSED, ...FACTS);
    expect(first).toMatchObject({ reference: "LILLE", state: "proposed", dailyRate: 600 });
    /** The command that is run again is the same proposal. */
    expect(await json(claire, ...PROPOSED, ...FACTS)).toEqual(first);
    expect(await done(company.staff("missions", "proposals"))).toContain("LILLE");
    await staff("missions", "refuse", first.id, "--reason", "Tarif à revoir", "--yes");
    expect((await json(claire, "missions")).missions).toContainEqual(
      expect.objectContaining({ reference: "LILLE", state: "refused", reason: "Tarif à revoir" }),
    );
    const gone = await company.staff(
      "missions",
      "accept",
      first.id.split("-").at(-1).slice(0, 6),
      "--yes",
      "--lang",
      "fr",
    );
    expect([gone.code, gone.stderr]).toEqual([
      2,
      expect.stringContaining("une réponse lui a peut-être déjà été donnée"),
    ]);
    const second = await json(claire, ...PROPOSED, ...FACTS);
    expect(await json(claire, "missions", "show", "LILLE")).toMatchObject({
      state: "proposed",
      siret: "21590350100017",
    });
    expect(second.id).not.toBe(first.id);
    expect((await company.staff("missions", "accept", second.id, "--json", "--yes")).code).toBe(0);
    const shown = await json(claire, "missions", "show", "LILLE");
    expect(shown).toMatchObject({ state: "upcoming", siret: "21590350100017", daysOrdered: 40, daysLeft: 40 });
    expect(shown.watches).toMatchObject([{ code: "contract-late", day: "2026-12-03", late: false }]);
    expect(await json(karim, "missions")).toMatchObject({ missions: [{}, {}] });
  });

  test("what lacks a mandatory mention is not sent; once it is whole, each signs by a mailed link", async () => {
    const draw = ["contracts", "draw", "LILLE", "--porte", company.claire.email];
    const { items: drafts } = await staff(...draw);
    expect(drafts.map(({ document }: { document: object }) => document)).toMatchObject([
      { kind: "employment", missing: ["trial", "pension-fund"] },
      { kind: "client", missing: ["insurer"] },
    ]);
    const send = (id: string) => company.staff("contracts", "send", id, "--json");
    expect(await refused(send(drafts[1].document.id))).toEqual({ code: 5, error: "company.refused" });
    const terms = await done(
      company.staff("contracts", "terms", "--insurer", "Assurances Exemple", "--policy", "RC-1"),
    );
    expect(terms).toMatch(
      /Assureur\s+Assurances Exemple\n\s+Numéro de police\s+RC-1\n\s+Retraite complémentaire\s+pas indiqué/,
    );
    await staff("contracts", "terms", "--pension-fund", "Caisse Exemple", "--pension-address", "Paris");
    const { items } = await staff(...draw, "--trial-months", "4");
    const [employment, client] = items.map(({ document }: { document: { id: string; missing: [] } }) => document);
    expect([employment.missing, client.missing]).toEqual([[], []]);
    /** Saved before anybody signs, it has no evidence: that is said, and is no unreadable file. */
    const unsigned = join(claire.folder, "avant.pdf");
    await json(claire, "contracts", "get", client.id, "--pdf", unsigned);
    expect(await refused(claire.porte("contracts", "verify", unsigned, "--json"))).toEqual({
      code: 6,
      error: "contract.no_evidence",
    });
    await done(claire.porte("contracts", "get", client.id));
    const nobody = await claire.porte("contracts", "verify", client.id, "--lang", "fr");
    expect([nobody.code, nobody.stdout]).toEqual([6, expect.stringContaining("Personne n'a encore signé")]);
    for (const { id } of [employment, client]) expect((await send(id)).code).toBe(0);

    expect(await json(claire, "contracts", "show", client.id)).toMatchObject({
      ...{ id: client.id, mission: "LILLE", kind: "client", state: "sent", missing: [], sha256: client.sha256 },
      signatures: [
        { party: "client", at: null },
        { party: "company", at: null },
      ],
    });
    const operator = company.operator.email;
    const own = [await link(operator), await link(operator)];
    expect(await sign(await link(CLIENT), "Jeanne Dupont")).toBe(200);
    for (const address of own) expect(await sign(address, "Odile Martin")).toBe(200);
    expect(await sign(own[0] ?? "", "Odile Martin")).toBe(410);
    const porte = await link(company.claire.email);
    expect(await json(claire, "contracts", "sign", employment.id)).toMatchObject({ sentTo: company.claire.email });
    expect((await fetch(porte)).status).toBe(410);
    expect(await sign(await link(company.claire.email), "Claire Morel")).toBe(200);

    const { contracts } = await json(claire, "contracts");
    const states = contracts.map(({ kind, state }: { kind: string; state: string }) => [kind, state]);
    expect(states.toSorted()).toEqual([
      ["client", "replaced"],
      ["client", "signed"],
      ["employment", "in-force"],
      ["employment", "replaced"],
    ]);
    expect((await json(claire, "missions", "show", "LILLE")).watches).toEqual([]);
    expect((await karim.porte("contracts", "show", client.id)).code).toBe(2);
  });

  test("a contract and its evidence are saved, and verified without the company", async () => {
    const { contracts } = await json(claire, "contracts");
    const { id, sha256 } = contracts.find(({ state }: { state: string }) => state === "signed");
    const pdf = join(claire.folder, "contrat.pdf");
    const saved = await json(claire, "contracts", "get", id, "--pdf", pdf);
    expect(saved).toMatchObject({ id, sha256, file: pdf, evidence: join(claire.folder, "contrat.evidence.json") });
    await done(claire.porte("contracts", "get", id));
    for (const named of [pdf, id.split("-").at(-1).slice(0, 6)]) {
      const { stdout, code } = await claire.porte("contracts", "verify", named, "--json");
      expect([code, JSON.parse(stdout)]).toMatchObject([0, { holds: true, faults: [], unsigned: [], contract: id }]);
    }
    /** Without the key one thing is lacking: the key. */
    const keyless = newHome({ url: company.url, token: company.karim.token });
    const there = ["contracts", "verify", pdf, "--json"];
    const alone = await keyless.porte(...there);
    expect([alone.code, JSON.parse(alone.stdout)]).toMatchObject([6, { faults: ["key"], unsigned: [] }]);
    keyless.remove();
    const changed = join(claire.folder, "change.pdf");
    writeFileSync(changed, Buffer.concat([readFileSync(pdf), Buffer.from("\n")]));
    const evidence = join(claire.folder, "contrat.evidence.json");
    const other = await claire.porte("contracts", "verify", changed, "--evidence", evidence, "--json");
    expect([other.code, JSON.parse(other.stdout)]).toMatchObject([6, { holds: false, faults: ["document"] }]);
    const forged = JSON.parse(readFileSync(evidence, "utf8"));
    forged.signatures[0].signed = forged.signatures[0].signed.replace("Jeanne", "Jean");
    forged.signatures.pop();
    writeFileSync(evidence, JSON.stringify(forged));
    const told = await claire.porte("contracts", "verify", pdf, "--json");
    expect([told.code, JSON.parse(told.stdout)]).toMatchObject([
      6,
      { faults: ["signature"], unsigned: ["client", "company"] },
    ]);
  });

  test("a price told too late is said so, is accepted, and is drawn as an amendment", async () => {
    const amend = ["missions", "amend", "LILLE", "--tjm", "650", "--agreed-on", "20/11/2026", "--from", "04/01/2027"];
    const told = await claire.porte(...amend, "--lang", "fr");
    expect([told.code, told.stderr]).toEqual([0, expect.stringContaining("dim. 22/11/2026 (48 heures)")]);
    /** A second one while the first waits would be accepted over it. */
    const second = claire.porte(...amend.with(4, "660"), "--json");
    expect(await refused(second)).toEqual({ code: 5, error: "company.refused" });
    const { items } = await staff("missions", "proposals");
    const waiting = await done(claire.porte("missions", "show", "LILLE", "--lang", "fr"));
    expect(waiting.match(/^État\t/gm)).toHaveLength(1);
    expect(waiting).toMatch(/^Avenant\tproposé : 650,00\s€ à partir du lun\. 04\/01\/2027$/m);
    await staff("missions", "accept", items[0].proposal.id, "--yes");
    const drawn = await staff("contracts", "draw", "LILLE", "--porte", company.claire.email);
    expect(drawn.items[1].document).toMatchObject({ part: "amendment", start: "2027-01-04", state: "draft" });
    const days = ["--days", "4-8", "--mission", "LILLE", "--ahead", "--partial", "--yes"];
    expect(await json(claire, "declare", "2027-01", ...days)).toMatchObject({ turnover: 3_250 });
    const list = await json(claire, "missions");
    expect(list.missions.find(({ reference }: { reference: string }) => reference === "LILLE")).toMatchObject({
      daysLeft: 35,
      dailyRate: 600,
    });
    const printed = join(claire.folder, "cra.pdf");
    await done(claire.porte("declare", "get", "2027-01", "--pdf", printed));
    /** The client's order stands on what they sign. */
    expect((await firstPageOf(readFileSync(printed))).boxes.map(({ text }) => text)).toContain("BC-118");
  });

  test("while the company is away, missions and contracts are told with their age, and a contract is verified", async () => {
    await company.stop();
    isStopped = true;
    const { contracts, asOf, stale } = await json(claire, "contracts");
    expect([contracts.length, typeof asOf, stale]).toEqual([6, "string", true]);
    expect(await json(claire, "missions", "show", "LILLE")).toMatchObject({ state: "upcoming", stale: true });
    const { id } = contracts.find(({ state }: { state: string }) => state === "signed");
    expect(await json(claire, "contracts", "verify", id)).toMatchObject({ holds: true, contract: id });
  });
});
