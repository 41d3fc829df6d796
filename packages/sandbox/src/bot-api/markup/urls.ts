import { badRequest } from "../errors.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function isHttpUrl(url: string): boolean {
  if (/\s/.test(url)) return false;
  const withScheme = /^https?:\/\//i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(withScheme)) return false;
  const { hostname } = new URL(withScheme);
  return loopback.has(hostname) || hostname.includes(".");
}

/** Https, or http on this machine, which only the sandbox allows. */
export function isHttpsOrLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}

export function checkWebAppUrl(url: unknown, where: string): void {
  if (typeof url === "string" && isHttpsOrLoopback(url)) return;
  throw badRequest(`${where} Web App URL '${String(url)}' is invalid: Only HTTPS links are allowed`);
}
