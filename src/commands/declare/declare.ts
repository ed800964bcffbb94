import type { Context } from "../../cli/context.ts";
import { isUnderWay } from "../../domain/activity.ts";
import { type Month, monthOf, parseMonth } from "../../domain/calendar.ts";
import { type WorkedTime, withHours } from "../../domain/working-time.ts";
import { PorteError } from "../../errors.ts";
import type { MonthAtHand, Prepared } from "../../flows/activity/declare.ts";
import type { Delivery, Owner } from "../../flows/activity/outbox.ts";
import type { Session } from "../../flows/session.ts";
import type { Step } from "../../store/local-acts.ts";
import { type DaysOptions, daysGiven, wordsOf } from "./days.ts";
import { confirmed, type RestOptions, restGiven, timed } from "./rest.ts";
import { run as takeBack } from "./withdraw.ts";

interface DeclareOptions extends DaysOptions, RestOptions {
  readonly withdraw?: boolean;
  readonly offline?: boolean;
  readonly requireSent?: boolean;
  readonly replace?: number;
}

/** Drawing is loaded when there is something to draw. */
const view = () => import("../../view/report.ts");

/** What a declaration works with: the month's owner, and a session where the company can be asked. */
interface Desk {
  readonly context: Context;
  readonly owner: Owner;
  readonly session: Session | null;
  readonly options: DeclareOptions;
  /** Changes what is kept of the month, or sends it, while no other process does; recorded, to be undone. */
  readonly write: Step;
}

/** Declares a month: reads what was worked, checks it by the company's rules, keeps it here, sends it. */
export async function run(
  context: Context,
  { month: asked, ...options }: DeclareOptions & { readonly month?: Month },
): Promise<void> {
  const [{ draftsOf }, { ownerOf }, { LocalActs }] = await Promise.all([
    import("../../flows/activity/outbox.ts"),
    import("../../flows/session.ts"),
    import("../../store/local-acts.ts"),
  ]);
  if (options.withdraw === true) return withdrawn(context, asked, options);
  const month = asked ?? (options.linear ? await askedMonth(context) : monthOf(context.today()));
  const { session, away } = await reach(context, options);
  const owner = session ?? ownerOf(context.machine());
  const drafts = draftsOf(owner);
  /** Without questions, the month is read, changed and sent in one turn: others of this machine wait for that, and for no person. */
  const isOneTurn = options.yes === true && options.dryRun !== true;
  const work = () =>
    new LocalActs(owner.machine.folders, owner.profile).recordSteps(
      { kind: "declare", about: month, now: owner.machine.now() },
      [drafts.fileOf(month)],
      (step) => {
        const write: Step = (change) => (isOneTurn ? step(change) : drafts.inTurn(month, () => step(change)));
        return declareMonth({ context, owner, session, options, write }, month, away);
      },
      { isLocal: async () => (await drafts.find(month))?.state !== "sent" },
    );
  await (isOneTurn ? drafts.inTurn(month, work) : work());
}

/** `--withdraw` is `declare withdraw <month>`: nothing else goes with it. */
async function withdrawn(
  context: Context,
  month: Month | undefined,
  { withdraw: _own, yes: _agreed, ...others }: DeclareOptions,
) {
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new PorteError("usage.conflict", {
      options: ["--withdraw", `--${other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`],
    });
  if (month === undefined)
    throw new PorteError("usage.missing_argument", { argument: "month", command: "porte declare --withdraw" });
  return takeBack(context, { month });
}

async function reach(
  context: Context,
  { offline }: DeclareOptions,
): Promise<{ session: Session | null; away: PorteError }> {
  const { isAway } = await import("../../flows/activity/outbox.ts");
  const away = new PorteError("server.never_seen", {});
  if (offline) return { session: null, away };
  try {
    return { session: await context.session(), away };
  } catch (failure) {
    if (!isAway(failure)) throw failure;
    return { session: null, away: failure };
  }
}

async function declareMonth(desk: Desk, month: Month, away: PorteError): Promise<void> {
  const { context, owner, session, options } = desk;
  const flow = await import("../../flows/activity/declare.ts");
  const atHand = await context.wait(
    session === null ? flow.awayMonth(owner, month, away) : flow.readMonth(session, month),
  );
  const said = await daysGiven({ context, owner, atHand }, options);
  const counted = withHours(said.days, atHand.workingTime, flow.dayHoursOf(atHand, options.dayLength));
  const days = await timed(counted, atHand, options);
  const restDays = flow.workedRestDays(atHand, days);
  const restDaysConfirmed = restDays.length > 0 && (options.restDays === true || (await confirmed(context, restDays)));
  flow.check(atHand, { month, days, restDaysConfirmed });
  const { workedMonth } = await import("../../flows/activity/worked.ts");
  const worked = await context.wait(workedMonth(session, atHand, days));
  for (const warning of worked.warnings) context.warn(context.say.declare.limit(warning), warning.code);
  const restStatement = await restGiven(context, options, { atHand, worked });
  const prepared: Prepared = { month, days, restDaysConfirmed, restStatement };
  if (options.dryRun) return dryRun(context, prepared);
  await assertSeen(desk, atHand, prepared);
  await assertCorrection(desk, atHand, prepared);
  await keepAndSend(desk, { atHand, prepared, worked }, said.isFinished);
}

async function dryRun(context: Context, prepared: Prepared): Promise<void> {
  const { submissionOf } = await import("../../flows/activity/outbox.ts");
  const body = submissionOf(prepared);
  context.note(context.say.declare.dryRun);
  context.show(body, () => JSON.stringify(body, null, 2));
}

/** What was filed elsewhere is never overwritten unseen: the difference is shown, and the porté chooses. */
async function assertSeen({ context, options }: Desk, atHand: MonthAtHand, prepared: Prepared): Promise<void> {
  const flow = await import("../../flows/activity/declare.ts");
  const seen = flow.changesHeld(atHand, wordsOf(options))
    ? (atHand.held?.value.version ?? null)
    : (options.replace ?? null);
  const other = flow.unseen(atHand, prepared, seen);
  if (other === null) return;
  const prompt = options.yes === true ? null : await context.prompt();
  if (prompt === null) throw other;
  const { conflictText } = await import("../../view/proof.ts");
  context.note(conflictText(context.look, other.facts));
  if (!(await prompt.confirm(context.say.declare.askReplace(other.facts.version)))) throw other;
}

/** A month that is checked and may leave. */
interface Ready {
  readonly atHand: MonthAtHand;
  readonly prepared: Prepared;
  readonly worked: WorkedTime;
}

/** An approved month is corrected on purpose alone: its correction waits to be approved again. */
async function assertCorrection({ context, options }: Desk, { held }: MonthAtHand, prepared: Prepared): Promise<void> {
  const { isSameReport } = await import("../../flows/activity/outbox.ts");
  if (held === null || held.value.state !== "approved" || isSameReport(prepared, held.value)) return;
  const { version, month } = held.value;
  if (options.replace === version) return;
  const prompt = options.yes === true ? null : await context.prompt();
  if (prompt !== null && (await prompt.confirm(context.say.declare.askCorrect(version)))) return;
  throw new PorteError("activity.approved", { month, version });
}

async function keepAndSend(desk: Desk, ready: Ready, isFinished: boolean): Promise<void> {
  const { atHand, prepared, worked } = ready;
  const { context, owner, options, write } = desk;
  const [flow, outbox, reports] = await Promise.all([
    import("../../flows/activity/declare.ts"),
    import("../../flows/activity/outbox.ts"),
    import("../../flows/activity/reports.ts"),
  ]);
  const isAgreed = options.yes === true || isFinished;
  const prompt = isAgreed ? null : await context.prompt();
  if (!isAgreed && prompt === null)
    throw new PorteError("usage.missing_option", { option: "--yes", command: "porte declare" });
  const base = flow.baseOf(atHand);
  await write(() => outbox.keepTyped(owner, prepared, "draft", base));
  context.keeps();
  if (prompt !== null) {
    const { reportText } = await view();
    context.note(reportText(context.look, reports.draftReport(prepared, atHand.missions, worked)));
    if (!(await prompt.confirm(context.say.declare.askSend))) throw new PorteError("run.interrupted", { kept: true });
  }
  await write(() => outbox.keepTyped(owner, prepared, "queued", base));
  await send(desk, ready);
}

async function send(
  { context, owner, session, options, write }: Desk,
  { atHand, prepared, worked }: Ready,
): Promise<void> {
  const [outbox, { draftReport, heldReport }, { reportJson, reportText, sentText }] = await Promise.all([
    import("../../flows/activity/outbox.ts"),
    import("../../flows/activity/reports.ts"),
    view(),
  ]);
  let why = atHand.away;
  if (session !== null && why === null) {
    try {
      const { report, isNew } = await context.wait(write(() => deliverOrFind(session, atHand, prepared)));
      const shown = heldReport(report, worked);
      return context.show({ ...reportJson(shown), sent: isNew }, () => sentText(context.look, shown, isNew));
    } catch (failure) {
      if (!outbox.isAway(failure)) {
        context.remark(context.say.declare.draftKept(outbox.draftsOf(owner).fileOf(prepared.month)), "draft-kept");
        throw failure;
      }
      why = failure;
    }
  }
  const reason = why === null || options.offline ? "--offline" : context.words(why);
  if (options.requireSent) throw new PorteError("activity.queued_only", { month: prepared.month, reason });
  const shown = draftReport({ ...prepared, state: "queued" }, atHand.missions, worked);
  context.warn(context.say.declare.queued(context.say.format.month(prepared.month), reason), "queued");
  context.show({ ...reportJson(shown), sent: false }, () => reportText(context.look, shown));
}

/** Sends a queued month, unless the company holds just that. */
async function deliverOrFind(session: Session, { held }: MonthAtHand, prepared: Prepared): Promise<Delivery> {
  const { deliverInTurn, isSameReport, markHeld } = await import("../../flows/activity/outbox.ts");
  const stands = held !== null && (isUnderWay(held.value.state) || held.value.state === "approved");
  if (stands && isSameReport(prepared, held.value)) return markHeld(session, prepared.month, held);
  const delivery = await deliverInTurn(session, prepared.month);
  if (delivery !== null) return delivery;
  const { value } = (await session.company.report(prepared.month)) ?? { value: null };
  if (value === null) throw new PorteError("activity.empty", { month: prepared.month });
  return { report: value, isNew: false };
}

async function askedMonth(context: Context): Promise<Month> {
  const current = monthOf(context.today());
  const prompt = await context.prompt();
  return prompt === null
    ? current
    : parseMonth(await prompt.text(context.say.declare.askMonth, current), context.today());
}
