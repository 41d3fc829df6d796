import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import type { Passkey, SignInLink } from "@stsphera/contracts";
import { act, get, newKey, write } from "../../../shared/api/request.ts";

export const listSessions = () => get("/api/me/sessions", (c) => c.sessionList);
export const listPasskeys = () => get("/api/me/passkeys", (c) => c.passkeyList);

export const endSession = (id: number) =>
  act("DELETE", `/api/me/sessions/${id}`, { body: {}, key: newKey() });
export const endAllSessions = () => act("DELETE", "/api/me/sessions", { body: {}, key: newKey() });
export const removePasskey = (id: number) =>
  act("DELETE", `/api/me/passkeys/${id}`, { body: {}, key: newKey() });

/** A one-time link of the reader, shown once. */
export const createLink = (): Promise<SignInLink> =>
  write("POST", "/api/auth/links", { body: {}, key: newKey() }, (c) => c.signInLink);

/** Lets the phone or the computer make a passkey. Throws NotAllowedError when the person cancels it. */
export async function createPasskey(): Promise<Passkey> {
  const [{ startRegistration }, { options }] = await Promise.all([
    import("@simplewebauthn/browser"),
    write("POST", "/api/auth/new-passkey-challenges", { body: {}, key: newKey() }, (c) => c.webauthnOptions),
  ]);
  const response = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  });
  return write("POST", "/api/auth/passkeys", { body: { response }, key: newKey() }, (c) => c.passkey);
}
