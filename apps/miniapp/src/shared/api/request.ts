import type * as Contracts from "@stsphera/contracts";
import { ApiError, WordedRefusal } from "./api-error.ts";
import { takeEarly } from "./early.ts";
import { send, type Method } from "./send.ts";
import { currentLocale } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { accessToken, renewSession, showAs } from "./session.ts";
import { viewedRole } from "./viewed-role.ts";

type Schema<T> = { parse: (value: unknown) => T };
/** Names the contract of an answer. The contracts themselves are loaded in development only. */
export type ContractOf<T> = (contracts: typeof Contracts) => Schema<T>;

type Options = { readonly body?: unknown; readonly key?: string };

/** In another's role nothing is written, not even later by the queue. */
export function assertMayWrite(): void {
  if (viewedRole() === null) return;
  const { onlyLook } = shellWords[currentLocale()].error;
  throw new WordedRefusal(403, { code: "forbidden", permission: "view_as", message: onlyLook });
}

async function exchange(method: Method, path: string, options: Options): Promise<unknown> {
  if (method !== "GET") assertMayWrite();
  const token = await accessToken();
  const viewAs = viewedRole();
  try {
    return await send({ method, path, ...options, token, viewAs });
  } catch (error) {
    // Who may not look as another any more looks as himself.
    if (viewAs !== null && error instanceof ApiError && error.details.permission === "view_as") {
      showAs(null);
      return exchange(method, path, options);
    }
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    if (!(await renewSession())) throw error;
    return send({ method, path, ...options, token: await accessToken(), viewAs });
  }
}

/** In development an answer that breaks its contract is an error of the screen; in production it is trusted. */
export async function checked<T>(answer: unknown, contract: ContractOf<T>): Promise<T> {
  if (import.meta.env.DEV) {
    const contracts = await import("@stsphera/contracts");
    return contract(contracts).parse(answer);
  }
  return answer as T;
}

/**
 * Reads: `GET path`, with the session's token, renewed once when it is over; what the page asked early is taken.
 * @param askedAs the path by which it was asked early, where it was not known then which day it is
 */
export async function get<T>(path: string, contract: ContractOf<T>, askedAs = path): Promise<T> {
  const early = await takeEarly(askedAs);
  if (early?.status === 200) return checked(early.body, contract);
  return checked(await exchange("GET", path, {}), contract);
}

/** Writes: every one carries the key of the act, so that a repeat is the same act. */
export async function write<T>(
  method: Exclude<Method, "GET">,
  path: string,
  options: { readonly body: unknown; readonly key: string },
  contract: ContractOf<T>,
): Promise<T> {
  return checked(await exchange(method, path, options), contract);
}

/** A write whose answer is taken as it is. */
export const ask = (
  method: Exclude<Method, "GET">,
  path: string,
  options: { readonly body: unknown; readonly key: string },
): Promise<unknown> => exchange(method, path, options);

/** A write whose answer is not looked at. */
export async function act(
  method: Exclude<Method, "GET">,
  path: string,
  options: { readonly body: unknown; readonly key: string },
): Promise<void> {
  await exchange(method, path, options);
}

/** A new key for one act of a person. */
export const newKey = (): string => crypto.randomUUID();
