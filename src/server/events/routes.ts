import { answers, type Handlers, reads } from "../api/route.ts";
import type { Deps } from "../deps.ts";
import type { EventHub } from "./hub.ts";
import { eventId, eventsAfter, listEvents } from "./queries.ts";
import { EventStream, framesOf, headOf } from "./stream.ts";

/** What has happened to who asks, as a list and as it happens. */
export function eventRoutes(deps: Deps, hub: EventHub) {
  return {
    listEvents: reads(({ caller, query }) => listEvents(deps, caller.personId, query)),
    followEvents: answers(async ({ caller: { personId }, query, request, reply }) => {
      const { "last-event-id": known } = request.headers;
      const after = typeof known === "string" ? eventId("Last-Event-ID", known) : null;
      const seconds = Number(query.seconds);
      void reply.header("content-type", "text/event-stream; charset=utf-8").header("x-accel-buffering", "no");
      if (seconds === 0 || request.method === "HEAD") {
        const found = await eventsAfter(deps.db, personId, after ?? Number.MAX_SAFE_INTEGER);
        const from = after ?? found.last;
        return reply.send(`${headOf(from)}${framesOf(found, from).text}`);
      }
      hub.assertRoom(personId, deps.url());
      const from = after ?? (await eventsAfter(deps.db, personId, Number.MAX_SAFE_INTEGER)).last;
      return reply.send(new EventStream(hub, { personId, after: from, seconds }));
    }),
  } satisfies Partial<Handlers>;
}
