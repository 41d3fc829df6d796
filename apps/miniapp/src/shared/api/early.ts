import { viewedRole } from "./viewed-role.ts";

/** What the page's inline module already asked for, before this bundle was there. Each is taken once. */
export type EarlyAnswer = { readonly status: number; readonly body: unknown; readonly error?: unknown };
type Early = {
  initData?: string;
  signIn?: Promise<EarlyAnswer> | undefined;
  dashboard?: Promise<EarlyAnswer | undefined> | undefined;
};

const early = (window as unknown as { stspheraEarly?: Early }).stspheraEarly ?? {};

export function takeEarlySignIn(initData: string): Promise<EarlyAnswer> | undefined {
  const taken = early.initData === initData ? early.signIn : undefined;
  early.signIn = undefined;
  return taken;
}

export function takeEarlyDashboard(): Promise<EarlyAnswer | undefined> | undefined {
  const taken = early.dashboard;
  early.dashboard = undefined;
  return viewedRole() === null ? taken : undefined;
}
