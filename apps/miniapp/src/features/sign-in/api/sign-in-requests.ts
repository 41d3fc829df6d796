import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { LinkView, WebSession } from "@stsphera/contracts";
import { send } from "../../../shared/api/send.ts";
import { acceptBrowserSession } from "../../../shared/api/session.ts";

const post = (path: string, body: unknown) => send({ method: "POST", path: `/api/auth/${path}`, body });

/** Who would sign in by a one-time link; asking does not use it. */
export const lookAtLink = async (secret: string) => (await post("link-views", { secret })) as LinkView;

export async function signInByLink(secret: string): Promise<void> {
  acceptBrowserSession((await post("link-sessions", { secret })) as WebSession);
}

/** Asks the phone or the computer for a passkey. Throws NotAllowedError when the person cancels it. */
export async function signInByPasskey(): Promise<void> {
  const [{ startAuthentication }, { options }] = await Promise.all([
    import("@simplewebauthn/browser"),
    post("passkey-challenges", {}) as Promise<{ options: PublicKeyCredentialRequestOptionsJSON }>,
  ]);
  const response = await startAuthentication({ optionsJSON: options });
  acceptBrowserSession((await post("passkey-sessions", { response })) as WebSession);
}
