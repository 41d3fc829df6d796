import { viewedRole } from "./viewed-role.ts";

/** What the page's inline module already asked for, before this bundle was there. Each is taken once. */
export type EarlyAnswer = { readonly status: number; readonly body: unknown; readonly error?: unknown };
type Asked = Record<string, Promise<EarlyAnswer> | undefined>;
type Early = {
  initData?: string;
  signIn?: Promise<EarlyAnswer> | undefined;
  /** By their paths, as soon as there is a token. */
  asked?: Promise<Asked> | undefined;
};

/** What nobody has taken by then was asked for a page that was not opened. */
const FRESH_MS = 15_000;

const early = (window as unknown as { stspheraEarly?: Early }).stspheraEarly ?? {};

export function takeEarlySignIn(initData: string): Promise<EarlyAnswer> | undefined {
  const taken = early.initData === initData ? early.signIn : undefined;
  early.signIn = undefined;
  return taken;
}

export async function takeEarly(path: string): Promise<EarlyAnswer | undefined> {
  // What was asked for at once was asked for in one's own role.
  if (early.asked === undefined || viewedRole() !== null) return undefined;
  if (performance.now() > FRESH_MS) {
    early.asked = undefined;
    return undefined;
  }
  const asked = await early.asked;
  const taken = asked[path];
  asked[path] = undefined;
  return taken;
}
