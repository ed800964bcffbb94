import type { Schemas } from "../../client/company.ts";
import type { Month } from "../../domain/calendar.ts";
import type { FiledDelivery, FiledReport } from "../../domain/local/filed.ts";
import type { Way } from "../../domain/local/sheet.ts";
import { PorteError } from "../../errors.ts";
import { monthMail } from "../../papers/month-papers.ts";
import { Settings } from "../../store/settings.ts";
import { draftsOf } from "../activity/outbox.ts";
import type { HeldReport } from "../records/reader.ts";
import type { Session } from "../session.ts";
import { deliver, deliveryOf, redeliver } from "./deliver.ts";
import { failureOf } from "./failure-of.ts";
import { monthToPrint, sheetOf, stemOf } from "./month-to-print.ts";
import { documentOf } from "./own-proof.ts";
import { filedOf, heldOf, keepFiled } from "./submit-month.ts";

type Mission = Schemas["Mission"];

/** Whom a month is sent to, where it is not plain. */
export interface ClientAsked {
  readonly mission: string | undefined;
  readonly to: string | undefined;
}

/** A month that was sent, and how it left. */
export interface SentMonth {
  readonly report: HeldReport;
  readonly delivery: FiledDelivery;
}

/**
 * Sends the signed month to its client, to be signed there: the very document that left, or is to leave, for the company.
 * @throws {PorteError} `company.not_found` for a month that was not declared, `delivery.state` for one that was taken back,
 * `delivery.no_client` where several are meant or no address is known, `delivery.away`, `delivery.refused`, `delivery.unknown`.
 */
export function sendToClient(session: Session, month: Month, asked: ClientAsked): Promise<SentMonth> {
  return draftsOf(session).inTurn(month, async () => {
    const filed = openIn(session, month);
    const mission = await missionOf(session, filed, asked.mission);
    const to = asked.to ?? mission.clientRecord?.contactEmail ?? null;
    if (to === null) throw new PorteError("delivery.no_client", { month, clients: [mission.client] });
    const print = await monthToPrint(session, filed);
    const delivery = await deliver(session, {
      ...{ id: `${filed.delivery}-${mission.reference}`, about: "client", month, way: mailTo(session, to) },
      ...monthMail(print, mission.client),
      draw: async () => [
        { name: `${stemOf(month, print.printed.porte, filed.version)}.pdf`, bytes: await documentOf(session, month) },
      ],
    });
    const failure = failureOf(delivery);
    if (failure !== null) throw failure;
    if (filed.state === "submitted") await keepFiled(session, { ...filed, state: "awaiting-client" });
    return { report: (await heldOf(session, month)).value, delivery };
  });
}

/** The missions of a month whose client is meant. @throws {PorteError} `delivery.no_client`. */
async function missionOf(session: Session, { month, days }: FiledReport, named: string | undefined): Promise<Mission> {
  const references = new Set(days.flatMap(({ entries }) => entries.flatMap(({ mission }) => mission ?? [])));
  const missions = (await session.reader.missions()).filter(({ reference }) => references.has(reference));
  const meant = named === undefined ? missions : missions.filter(({ reference }) => reference === named);
  const [only] = meant;
  const clients = [...new Set(meant.map(({ client }) => client))];
  if (only === undefined || clients.length > 1) throw new PorteError("delivery.no_client", { month, clients });
  return only;
}

/** A client is written to as the company is; by the mail server where there is one, and by the mail program otherwise. */
function mailTo(session: Session, to: string): Way {
  const { reports } = sheetOf(session).delivery;
  if (reports?.by === "mail") return { by: "mail", to, via: reports.via };
  const hasServer = new Settings(session.machine.folders).preferences.mail?.host !== undefined;
  return { by: "mail", to, via: hasServer ? "smtp" : "eml" };
}

/**
 * Sends a month again just as it left, because somebody asks for it.
 * @throws {PorteError} `company.not_found`, `delivery.state`, `delivery.away`, `delivery.refused`, `delivery.unknown`, `file.unreadable`.
 */
export function resendMonth(session: Session, month: Month): Promise<SentMonth> {
  return draftsOf(session).inTurn(month, async () => {
    const filed = openIn(session, month);
    const before = deliveryOf(session, filed.delivery);
    if (before === null) throw new PorteError("company.not_found", { kind: "report", what: month });
    const delivery = await redeliver(session, before, true);
    const failure = delivery.reason === null ? null : failureOf({ ...delivery, state: "unknown" });
    if (failure !== null) throw failure;
    return { report: (await heldOf(session, month)).value, delivery };
  });
}

function openIn(session: Session, month: Month): FiledReport {
  const filed = filedOf(session, month);
  if (filed === null) throw new PorteError("company.not_found", { kind: "report", what: month });
  if (filed.state === "withdrawn") throw new PorteError("delivery.state", { month, state: filed.state });
  return filed;
}
