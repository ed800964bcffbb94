import type { components } from "../../contract/types.ts";
import { shortIds } from "../../domain/short-id.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { inOneLine } from "../../i18n/printable.ts";
import { columnsText } from "./columns.ts";

type Schemas = components["schemas"];
type Row = readonly [name: string, value: string];

/** The proposals that wait, one a line. */
export function proposalsText(say: Catalogue, items: readonly Schemas["OwnedProposal"][]): string {
  const { proposals: words } = say;
  if (items.length === 0) return words.nothing;
  const short = shortIds(items.map(({ proposal }) => proposal.id));
  return columnsText(
    items.map(({ owner, proposal }) => [
      short(proposal.id),
      owner.name,
      words.kinds[proposal.kind],
      proposal.reference,
      proposal.mission?.client.name ?? "",
      rateText(say, proposal),
    ]),
    [5],
  );
}

function rateText({ format }: Catalogue, { mission, amendment }: Schemas["MissionProposal"]): string {
  const cents = mission?.dailyRateCents ?? amendment?.dailyRateCents;
  return cents === undefined ? "" : format.euros(cents);
}

/** One proposal whole, in words: what a decision on it may need. */
export function proposalText(say: Catalogue, { owner, proposal }: Schemas["OwnedProposal"]): string {
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
  return [title, columnsText([...rows, ...watches].map(([name, value]) => [`  ${name}`, value]))].join("\n");
}

/** Leaves out what is not said. */
function said(rows: readonly (readonly [name: string, value: string | null | undefined])[]): Row[] {
  return rows.flatMap(([name, value]) => (value == null || value === "" ? [] : [[name, value] as const]));
}

/** Contracts that were drawn, one a line. */
export function documentsText(say: Catalogue, items: readonly Schemas["OwnedDocument"][]): string {
  if (items.length === 0) return say.contracts.none;
  const short = shortIds(items.map(({ document }) => document.id));
  return columnsText(
    items.map(({ owner, document }) => [
      short(document.id),
      owner.name,
      document.mission,
      say.contracts.kinds[document.kind][document.part],
      say.contracts.states[document.state],
      document.missing.length === 0 ? "" : say.labelled(say.contracts.missing, String(document.missing.length)),
    ]),
  );
}

/** One contract whole, in words: where it stands, what it lacks, who has signed. */
export function documentText(say: Catalogue, { owner, document }: Schemas["OwnedDocument"]): string {
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
  return [title, columnsText(rows.map(([name, value]) => [`  ${name}`, value]))].join("\n");
}

/** What contracts name of the company, line by line; what nobody has said is told as missing. */
export function contractTermsText(say: Catalogue, terms: Schemas["ContractTerms"]): string {
  const { terms: words } = say.administration;
  const fund = (one: Schemas["FundIdentity"] | undefined) =>
    one === undefined ? words.unsaid : `${one.name}, ${one.address}`;
  const rows = [
    [words.insurer, terms.insurer ?? words.unsaid],
    [words.policy, terms.policyNumber ?? words.unsaid],
    [words.pensionFund, fund(terms.pensionFund)],
    [words.providentFund, fund(terms.providentFund)],
  ];
  return [words.title, columnsText(rows.map(([name, value]) => [`  ${name}`, value ?? ""]))].join("\n");
}

/** Clients, one a line. */
export function clientsText(say: Catalogue, items: readonly Schemas["OwnedClient"][]): string {
  if (items.length === 0) return say.administration.nothing;
  const short = shortIds(items.map(({ id }) => id));
  return columnsText(
    items.map(({ id, client }) => [
      short(id),
      client.name,
      client.siret ?? client.siren ?? "",
      client.address ?? "",
      say.proposals.engagement(client.chorusService, client.chorusEngagement),
    ]),
  );
}
