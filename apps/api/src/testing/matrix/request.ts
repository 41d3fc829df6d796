import type { UserActor } from "@stsphera/rbac";
import { type AnyEndpoint, idsIn } from "../../routes/endpoint.ts";
import { addressOf, type Ids } from "../addresses.ts";
import type { Answer, TestApi } from "../open-api.ts";

export type Input = Readonly<Record<string, unknown>>;

/** Sends a verb's input as its route expects it: ids in the path, the rest in query or body. */
export function request(
  api: TestApi,
  endpoint: AnyEndpoint,
  input: Input,
  who: { as?: UserActor; headers?: Record<string, string> },
): Promise<Answer> {
  const inPath = idsIn(endpoint.path);
  const ids: Ids = Object.fromEntries(inPath.map((name) => [name, input[name] as number | string]));
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const address = addressOf(endpoint, ids);
  if (endpoint.method !== "get") {
    const body = endpoint.body === undefined ? undefined : Object.fromEntries(rest);
    return api.call(endpoint.method.toUpperCase(), address, {
      ...who,
      ...(body === undefined ? {} : { body }),
    });
  }
  const query = new URLSearchParams(rest.map(([name, value]): [string, string] => [name, String(value)]));
  return api.call("GET", query.size === 0 ? address : `${address}?${query}`, who);
}

/** Status and body of an answer, without the request id. */
export function saying({ status, body }: Answer): string {
  const said = JSON.stringify(body, (key, value: unknown) => (key === "requestId" ? undefined : value));
  return `${status} ${said}`;
}

/** Processes items with limited concurrency; results keep the order of the items. */
export async function eachOf<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 3,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
