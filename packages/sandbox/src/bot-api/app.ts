import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono, type Context } from "hono";
import type { World } from "../world/world.ts";
import { failure, type Answer } from "./answer.ts";
import type { Calls } from "./calls.ts";
import { dispatch } from "./dispatch.ts";
import { BotApiError, tooManyRequests } from "./errors.ts";
import type { Fault, FaultKind, Faults } from "./faults.ts";
import { Input } from "./input.ts";
import type { Limits } from "./limits.ts";
import { readInput } from "./read-input.ts";

export type BotApiDependencies = {
  world: World;
  limits: Limits;
  faults: Faults;
  calls: Calls;
  stopped: AbortSignal;
  onError: (error: unknown) => void;
};

type Env = { Bindings: Partial<HttpBindings> };

const before: FaultKind[] = ["down", "reset", "429", "500", "html502", "timeoutBefore"];
const hangSeconds = 60;
const html502 =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

/** The Bot API over HTTP: methods and file downloads, with injected faults. */
export function createBotApi(dependencies: BotApiDependencies): Hono<Env> {
  const { world, faults, calls, stopped } = dependencies;
  const app = new Hono<Env>();

  app.get("/file/:bot{bot[^/]+}/:path{.+}", async (c) => {
    if (c.req.param("bot") !== `bot${world.botToken}`) return answer(c, unauthorized);
    const fault = faults.take("file", before);
    if (fault) return (await strike(c, fault)).response;
    const file = world.files.findByPath(c.req.param("path"));
    if (!file) return answer(c, failure(new BotApiError(404, "Not Found")));
    return c.body(new Uint8Array(world.files.bytes(file)), 200, {
      "content-type": "application/octet-stream",
    });
  });

  app.on(["GET", "POST"], "/:bot{bot[^/]+}/:method", async (c) => {
    if (c.req.param("bot") !== `bot${world.botToken}`) return answer(c, unauthorized);
    const started = performance.now();
    const at = { at: world.clock.now().toISOString(), receivedAt: new Date().toISOString() };
    const method = c.req.param("method");
    const outcome = await respond(c, method);
    calls.add({
      ...at,
      method,
      parameters: outcome.input.parameters,
      status: outcome.sent?.status ?? null,
      answer: outcome.sent?.body ?? null,
      durationMs: Math.round(performance.now() - started),
      ...(outcome.fault ? { fault: outcome.fault.kind } : {}),
    });
    return outcome.response;
  });

  async function respond(c: Context<Env>, method: string): Promise<Outcome> {
    const input = await readSafely(c.req.raw);
    if (!(input instanceof Input)) return { input: new Input({}), sent: input, response: answer(c, input) };
    const early = faults.take(method, before);
    if (early) return { input, fault: early, ...(await strike(c, early)) };
    const result = await dispatch(dependencies, method, input, c.req.raw.signal);
    const late = faults.take(method, ["timeoutAfter"]);
    if (late) return { input, fault: late, ...(await strike(c, late)) };
    return { input, sent: result, response: answer(c, result) };
  }

  async function strike(c: Context<Env>, fault: Fault): Promise<{ sent?: Answer; response: Response }> {
    if (fault.kind === "429") return answered(c, failure(tooManyRequests(fault.retryAfter ?? 1)));
    if (fault.kind === "500") return answered(c, failure(new BotApiError(500, "Internal Server Error")));
    if (fault.kind === "html502") {
      return { sent: { status: 502, body: { html: html502 } }, response: c.html(html502, 502) };
    }
    if (fault.kind === "timeoutBefore" || fault.kind === "timeoutAfter") {
      await pause((fault.seconds ?? hangSeconds) * 1000, [stopped, c.req.raw.signal]);
    }
    return { response: hangUp(c) };
  }

  return app;
}

type Outcome = { input: Input; fault?: Fault; sent?: Answer; response: Response };

const unauthorized = failure(new BotApiError(401, "Unauthorized"));

async function readSafely(request: Request): Promise<Input | Answer> {
  try {
    return await readInput(request);
  } catch (error) {
    if (error instanceof BotApiError) return failure(error);
    throw error;
  }
}

function answer(c: Context<Env>, { status, body }: Answer): Response {
  return c.body(JSON.stringify(body), status as 200, { "content-type": "application/json" });
}

function answered(c: Context<Env>, sent: Answer): { sent: Answer; response: Response } {
  return { sent, response: answer(c, sent) };
}

function hangUp(c: Context<Env>): Response {
  c.env.incoming?.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function pause(milliseconds: number, signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    for (const signal of signals) {
      if (signal.aborted) wake();
      else signal.addEventListener("abort", wake, { once: true });
    }
  });
}
