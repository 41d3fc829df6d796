import type { Introduction, SignInAnswer } from "@stsphera/contracts";
import { checked } from "../../../shared/api/request.ts";
import { send } from "../../../shared/api/send.ts";
import { host } from "../../../shared/telegram/host.ts";

const { initData } = host.launch;

/** Key of the introduction; what follows it is the state of the session. */
export const INTRODUCTION = ["introduction"];

/** What is known here of whom Telegram introduces. */
export const introduce = async (): Promise<Introduction> =>
  checked(
    await send({ method: "POST", path: "/api/auth/introduce", body: { initData } }),
    (c) => c.introduction,
  );

export type Said = { readonly fullName: string; readonly phone?: string };

/** Asks for access, for the first time or again; with the person's agreement. */
export const register = async (said: Said): Promise<SignInAnswer> =>
  checked(
    await send({ method: "POST", path: "/api/auth/register", body: { initData, consent: true, ...said } }),
    (c) => c.signInAnswer,
  );
