import { currentLocale } from "../i18n/locale.ts";
import { apiErrorFrom, NetworkError } from "./api-error.ts";
import { noteConnection } from "./connection.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Outgoing = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly token?: string | undefined;
  readonly viewAs?: string | null;
};

async function fetched(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(path, init);
    noteConnection(true);
    return response;
  } catch (error) {
    noteConnection(false);
    throw new NetworkError("No answer", { cause: error });
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json")) return null;
  try {
    return await response.json();
  } catch (error) {
    throw new NetworkError("The answer broke off", { cause: error });
  }
}

/** One HTTP exchange with the API: the body of a good answer, ApiError for a refusal, NetworkError for silence. */
export async function send(outgoing: Outgoing): Promise<unknown> {
  const headers: Record<string, string> = { "Accept-Language": currentLocale() };
  if (outgoing.token !== undefined) headers["Authorization"] = `Bearer ${outgoing.token}`;
  if (outgoing.viewAs) headers["X-View-As"] = outgoing.viewAs;
  if (outgoing.key !== undefined) headers["Idempotency-Key"] = outgoing.key;
  if (outgoing.body !== undefined) headers["Content-Type"] = "application/json";
  const body = outgoing.body === undefined ? {} : { body: JSON.stringify(outgoing.body) };
  const response = await fetched(outgoing.path, { method: outgoing.method, headers, ...body });
  const answer = await jsonOf(response);
  if (response.ok) return answer;
  throw apiErrorFrom(response.status, answer, response.headers.get("Retry-After"));
}
