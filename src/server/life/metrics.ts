import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import type { Sessions } from "../db/pool.ts";

/** Upper bounds of the time an answer takes, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NANOSECONDS = 1e9;
const MILLISECONDS = 1e3;

interface Durations {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** What is counted of a company that runs, in the text that Prometheus reads. It names routes by their pattern, and nobody. */
export interface Metrics {
  /** Counts each answer of the web part. */
  watch(app: FastifyInstance): void;
  text(now: { sessions: Sessions | null; inFlight: number }): string;
}

/** Starts counting. @param version the version that runs. */
export function makeMetrics(version: string): Metrics {
  const requests = new Map<string, number>();
  const known = new Map<string, [string, string]>();
  /** The labels of an answer and of its route: made once, because every answer is counted. */
  const labelsOf = (method: string, route: string, status: number) => {
    const name = `${method} ${status} ${route}`;
    const made = known.get(name) ?? [labels({ method, route, status: String(status) }), labels({ method, route })];
    known.set(name, made);
    return made;
  };
  const durations = new Map<string, Durations>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const note = (method: string, route: string, status: number, seconds: number) => {
    const [key, of] = labelsOf(method, route, status);
    requests.set(key, (requests.get(key) ?? 0) + 1);
    const taken = durations.get(of) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
    for (const [index, most] of BUCKETS.entries())
      if (seconds <= most) taken.counts[index] = (taken.counts[index] ?? 0) + 1;
    taken.sum += seconds;
    taken.count += 1;
    durations.set(of, taken);
  };
  return {
    watch: (app) =>
      void app.addHook("onResponse", async (request, reply) =>
        note(
          request.method,
          request.routeOptions?.url ?? "none",
          reply.raw.statusCode,
          reply.elapsedTime / MILLISECONDS,
        ),
      ),
    text: ({ sessions, inFlight }) =>
      [
        ...family("porte_build_info", "gauge", "What runs.", [[labels({ version, node: process.version }), 1]]),
        ...family("porte_requests_total", "counter", "Answers, by route and status.", [...requests]),
        ...histogram(durations),
        ...family("porte_requests_in_flight", "gauge", "Requests that are not answered yet.", [["", inFlight]]),
        ...(sessions === null ? [] : sessionLines(sessions)),
        ...ofProcess(delay),
        "",
      ].join("\n"),
  };
}

function sessionLines({ total, idle, waiting, lost }: Sessions): string[] {
  return [
    ...family("porte_database_sessions", "gauge", "Sessions of the database, by state.", [
      [labels({ state: "busy" }), total - idle],
      [labels({ state: "idle" }), idle],
    ]),
    ...family("porte_database_sessions_lost_total", "counter", "Sessions that the database or the network ended.", [
      ["", lost],
    ]),
    ...family("porte_database_waiting", "gauge", "Requests that wait for a session.", [["", waiting]]),
  ];
}

/** By the names that Prometheus's own libraries give. */
function ofProcess(delay: IntervalHistogram): string[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    ...family("process_resident_memory_bytes", "gauge", "Memory of the process.", [["", rss]]),
    ...family("nodejs_heap_size_used_bytes", "gauge", "Memory that objects take.", [["", heapUsed]]),
    ...family("process_cpu_seconds_total", "counter", "Time of the processor.", [["", (user + system) / 1e6]]),
    ...family("nodejs_eventloop_lag_mean_seconds", "gauge", "Delay of the event loop.", [["", seconds(delay.mean)]]),
    ...family("nodejs_eventloop_lag_p99_seconds", "gauge", "Delay of the event loop, 99th percentile.", [
      ["", seconds(delay.percentile(99))],
    ]),
  ];
}

/** Nothing was measured yet in the first instants. */
function seconds(nanoseconds: number): number {
  return Number.isNaN(nanoseconds) ? 0 : nanoseconds / NANOSECONDS;
}

function histogram(durations: ReadonlyMap<string, Durations>): string[] {
  const name = "porte_request_duration_seconds";
  const lines = [...durations].flatMap(([key, { counts, sum, count }]) => [
    ...BUCKETS.map((most, index) => `${name}_bucket${withLabel(key, `le="${most}"`)} ${counts[index]}`),
    `${name}_bucket${withLabel(key, 'le="+Inf"')} ${count}`,
    `${name}_sum${key} ${sum}`,
    `${name}_count${key} ${count}`,
  ]);
  return [...head(name, "histogram", "Time that answers took, by route."), ...lines];
}

function family(name: string, type: string, help: string, values: readonly (readonly [string, number])[]): string[] {
  return [...head(name, type, help), ...values.map(([key, value]) => `${name}${key} ${value}`)];
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labels(values: Readonly<Record<string, string>>): string {
  const shown = Object.entries(values).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, "\\$&")}"`);
  return `{${shown.join(",")}}`;
}

function withLabel(key: string, label: string): string {
  return `${key.slice(0, -1)},${label}}`;
}
