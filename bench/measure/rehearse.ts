import { randomBytes } from "node:crypto";
import type { BenchCase, Wish } from "../cases/bench-case.ts";
import type { Child } from "../processes/child.ts";
import type { FloorAnswer } from "../processes/floor-main.ts";
import type { LoadRequest } from "../processes/load-main.ts";
import type { Sent } from "../processes/recording.ts";
import { scriptOf } from "../processes/script.ts";
import type { World } from "../world/world.ts";

/** A request with its recorded statements and answer. */
export type Rehearsed = { request: LoadRequest; answer: FloorAnswer; statements: number };

/** Sends every request once, checks each answer in a slow, obvious way, and records the statements. */
export async function rehearse(
  bench: BenchCase,
  world: World,
  api: { child: Child; url: string },
): Promise<{ rehearsed: Rehearsed[]; unprepared: number }> {
  const wishes = await bench.wishes(world);
  const requests = await Promise.all(
    wishes.map(async (wish) => onPage(api.url, wish.page ?? 1, await requestOf(bench, wish, api.child))),
  );
  const [first] = requests;
  if (first === undefined) throw new Error(`${bench.name} asks for nothing`);
  await connectAll(api.url, first);
  const rehearsed: Rehearsed[] = [];
  for (const [at, request] of requests.entries()) {
    const wish = wishes[at];
    if (wish !== undefined) rehearsed.push(await rehearseOne(bench, world, api, { wish, request }));
  }
  return { rehearsed, unprepared: await countUnprepared(api.child, rehearsed) };
}

async function rehearseOne(
  bench: BenchCase,
  world: World,
  api: { child: Child; url: string },
  { wish, request }: { wish: Wish; request: LoadRequest },
): Promise<Rehearsed> {
  const key = request.ownKey ? randomBytes(32).toString("hex") : undefined;
  await api.child.ask("record");
  const { status, body } = await send(api.url, request, key);
  const sent = await api.child.ask<Sent[]>("recorded");
  const problems =
    status === bench.status
      ? await bench.check(world, wish, JSON.parse(Buffer.from(body).toString("utf8")))
      : [`answers ${status}: ${Buffer.from(body).toString("utf8")}`];
  if (problems.length > 0) {
    throw new Error(`${bench.name} at size ${world.size}, ${wish.path}:\n  ${problems.join("\n  ")}`);
  }
  const made = bench.writes?.made?.(JSON.parse(Buffer.from(body).toString("utf8"))) ?? null;
  const script = scriptOf(sent, bench.writes?.unique(sent, key) ?? null, made);
  return { request, answer: { script, status, body }, statements: sent.length };
}

async function requestOf({ writes }: BenchCase, wish: Wish, api: Child): Promise<LoadRequest> {
  const { method, path, body, personId } = wish;
  const token = personId === null ? null : await api.ask<string>("token", personId);
  const headers = {
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
  return { method, path, headers, ownKey: writes?.keyed === true, ...(body === undefined ? {} : { body }) };
}

/** The request for a later page of its list. */
async function onPage(url: string, page: number, request: LoadRequest): Promise<LoadRequest> {
  let asked = request;
  for (let at = 1; at < page; at++) {
    const { status, body } = await send(url, asked, undefined);
    const { nextCursor } = JSON.parse(Buffer.from(body).toString("utf8")) as { nextCursor?: string | null };
    if (typeof nextCursor !== "string")
      throw new Error(`${request.path} has ${at} pages (${status}), not ${page}`);
    asked = { ...request, path: `${request.path}&cursor=${encodeURIComponent(nextCursor)}` };
  }
  return asked;
}

async function send(url: string, request: LoadRequest, key: string | undefined) {
  const { method, path, headers, body } = request;
  const response = await fetch(url + path, {
    method,
    headers: key === undefined ? headers : { ...headers, "Idempotency-Key": key },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
}

/** Opens all connections of the pools, so that no recording contains the setup statements of a new connection. */
async function connectAll(url: string, request: LoadRequest): Promise<void> {
  const keyFor = () => (request.ownKey ? randomBytes(32).toString("hex") : undefined);
  await Promise.all(Array.from({ length: 40 }, () => send(url, request, keyFor())));
}

/**
 * Reads must be prepared: otherwise they cost five times the CPU. Returns the number of unprepared statements in
 * transactions.
 */
async function countUnprepared(api: Child, rehearsed: readonly Rehearsed[]): Promise<number> {
  const prepared = new Set(await api.ask<string[]>("prepared"));
  const steps = rehearsed.flatMap(({ answer }) => answer.script.units.flatMap((unit) => unit.steps));
  const loose = steps.filter(({ text }) => !prepared.has(text));
  const read = loose.find(({ pool }) => pool === "raw");
  if (read !== undefined) throw new Error(`a statement is not prepared:\n${read.text}`);
  return loose.length / rehearsed.length;
}
