import type { components } from "../../contract/types.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { RenderOptions } from "../look.ts";
import { pairs, table } from "../table.ts";

type Schemas = components["schemas"];
type Row = readonly [name: string, value: string];

/** Lists the proposals that wait, each with its porté. */
export function proposalsText(look: RenderOptions, items: readonly Schemas["OwnedProposal"][]): string {
  const { proposals: words, staff, missions } = look.say;
  if (items.length === 0) return words.nothing;
  const short = shortIds(items.map(({ proposal }) => proposal.id));
  const columns = [
    { title: staff.heads.id, gives: "never" as const },
    { title: staff.heads.porte },
    { title: staff.heads.what },
    { title: missions.reference, gives: "never" as const },
    { title: missions.client },
    { title: missions.dailyRate, isRight: true },
  ];
  const rows = items.map(({ owner, proposal }) => [
    short(proposal.id),
    owner.name,
    words.kinds[proposal.kind],
    proposal.reference,
    proposal.mission?.client.name ?? "",
    rateText(look.say, proposal),
  ]);
  return table(look, columns, rows);
}

function rateText({ format }: Catalogue, { mission, amendment }: Schemas["MissionProposal"]): string {
  const cents = mission?.dailyRateCents ?? amendment?.dailyRateCents;
  return cents === undefined ? "" : format.euros(cents);
}

/** One proposal whole, in words: what a decision on it may need. */
export function proposalText(look: RenderOptions, { owner, proposal }: Schemas["OwnedProposal"]): string {
  const { say } = look;
  const { proposals: words, missions, format, contracts } = say;
  const { mission, amendment } = proposal;
  const facts = { ...amendment, ...mission };
  const client = mission?.client;
  const day = (text: string | undefined | null) => (text == null ? null : format.day(text));
  const watches = proposal.warnings.map(
    (one): Row => ["!", contracts.watches[one.code](format.day(one.day), one.isLate, format.days(one.left ?? 0))],
  );
  const rows = said([
    [missions.client, client?.name],
    [words.number, client?.siret ?? client?.siren],
    [words.address, client?.address],
    [words.routing, client?.routingCode],
    [words.chorus, words.engagement(client?.chorusService ?? null, client?.chorusEngagement ?? null)],
    [words.contact, [client?.contactName, client?.contactEmail].filter((part) => part != null).join(", ")],
    [missions.title, mission?.title],
    [missions.dates, mission === null ? null : missions.until(format.day(mission.start), day(mission.end))],
    [missions.dailyRate, rateText(say, proposal)],
    [words.from, day(amendment?.from)],
    [words.end, day(amendment?.end)],
    [words.daysOrdered, facts.daysOrdered === undefined ? null : format.days(facts.daysOrdered)],
    [words.order, facts.purchaseOrder],
    [words.place, mission?.place],
    [words.skills, mission?.skills],
    [words.equipment, mission?.equipment],
    [words.agreedOn, day(facts.agreedOn)],
    [words.reason, proposal.reason],
  ]);
  const title = inOneLine(`${owner.name} · ${words.kinds[proposal.kind]} ${proposal.reference}`);
  return [title, indentedPairs(look, [...rows, ...watches])].join("\n");
}

/** Names and values, beneath the title that they are of. */
function indentedPairs(look: RenderOptions, rows: readonly Row[]): string {
  return pairs(
    look,
    rows.map(([name, value]) => [`  ${name}`, value]),
  );
}

/** Leaves out what is not said. */
function said(rows: readonly (readonly [name: string, value: string | null | undefined])[]): Row[] {
  return rows.flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value] as const]));
}

/** Lists the contracts that were drawn, each with its porté and its state. */
export function documentsText(look: RenderOptions, items: readonly Schemas["OwnedDocument"][]): string {
  const { say } = look;
  if (items.length === 0) return say.contracts.none;
  const short = shortIds(items.map(({ document }) => document.id));
  const { contracts: words, staff } = say;
  const columns = [
    { title: staff.heads.id, gives: "never" as const },
    { title: staff.heads.porte },
    { title: words.mission, gives: "never" as const },
    { title: words.kind },
    { title: words.state },
  ];
  const stateOf = ({ state, missing }: Schemas["OwnedDocument"]["document"]) =>
    missing.length === 0
      ? words.states[state]
      : `${words.states[state]}, ${say.labelled(words.missing, String(missing.length))}`;
  const rows = items.map(({ owner, document }) => [
    short(document.id),
    owner.name,
    document.mission,
    words.kinds[document.kind][document.part],
    stateOf(document),
  ]);
  return table(look, columns, rows);
}

/** One contract whole, in words: where it stands, what it lacks, who has signed. */
export function documentText(look: RenderOptions, { owner, document }: Schemas["OwnedDocument"]): string {
  const { say } = look;
  const { contracts: words, missions, format } = say;
  const { missing, signatures, start, end } = document;
  const rows = said([
    [words.id, document.id],
    [words.mission, document.mission],
    [words.client, document.client],
    [missions.dates, missions.until(format.day(start), end === null ? null : format.day(end))],
    [words.state, words.states[document.state]],
    [words.missing, missing.length === 0 ? null : words.mentions(missing)],
    ...signatures.map(({ party, name, email, at, typedName }) => {
      const signed =
        at === null ? words.waitsFor(`${name} <${email}>`) : words.signedBy(typedName ?? name, format.instant(at));
      return [words.signature, `${words.parties[party]} · ${signed}`] as const;
    }),
    [words.hash, document.sha256],
  ]);
  const title = inOneLine(`${owner.name} · ${words.kinds[document.kind][document.part]}`);
  return [title, indentedPairs(look, rows)].join("\n");
}

/** What contracts name of the company, line by line; what nobody has said is told as missing. */
export function contractTermsText(look: RenderOptions, terms: Schemas["ContractTerms"]): string {
  const { terms: words } = look.say.administration;
  const fund = (one: Schemas["FundIdentity"] | undefined) =>
    one === undefined ? words.unsaid : `${one.name}, ${one.address}`;
  const rows: Row[] = [
    [words.insurer, terms.insurer ?? words.unsaid],
    [words.policy, terms.policyNumber ?? words.unsaid],
    [words.pensionFund, fund(terms.pensionFund)],
    [words.providentFund, fund(terms.providentFund)],
  ];
  return [words.title, indentedPairs(look, rows)].join("\n");
}

/** Lists clients: how each is named in a command, and what its invoices need. */
export function clientsText(look: RenderOptions, items: readonly Schemas["OwnedClient"][]): string {
  const { administration, proposals: words, staff } = look.say;
  if (items.length === 0) return administration.nothing;
  const short = shortIds(items.map(({ id }) => id));
  const said: readonly { readonly title: string; readonly of: (client: Schemas["OwnedClient"]["client"]) => string }[] =
    [
      { title: words.number, of: ({ siret, siren }) => siret ?? siren ?? "" },
      { title: words.address, of: ({ address }) => address ?? "" },
      { title: words.chorus, of: (one) => words.engagement(one.chorusService, one.chorusEngagement) ?? "" },
    ];
  /** What no client has said makes no column. */
  const shown = said.filter(({ of }) => items.some(({ client }) => of(client) !== ""));
  const columns = [
    { title: staff.heads.id, gives: "never" as const },
    { title: staff.heads.client },
    ...shown.map(({ title }) => ({ title })),
  ];
  return table(
    look,
    columns,
    items.map(({ id, client }) => [short(id), client.name, ...shown.map(({ of }) => of(client))]),
  );
}
