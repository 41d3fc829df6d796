import type { StoredPasskey } from "@stsphera/core";
import type { UserActor } from "@stsphera/rbac";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { CHALLENGE_MS } from "./challenges.ts";

/** The relying party as WebAuthn knows it: its host, and the addresses of its pages. */
export type RelyingParty = { id: string; origins: readonly string[] };

/** Takes a challenge that was issued for this purpose; false when it was used, is over or never existed. */
type TakeChallenge = (challenge: string) => Promise<boolean>;

export type NewPasskey = { credentialId: string; publicKey: string; counter: number; transports: string[] };

/** Options for creating a discoverable passkey, so that its user need not type a name to sign in. */
export const registrationOptions = ({ id: rpID }: RelyingParty, user: UserActor) =>
  generateRegistrationOptions({
    rpName: "STSphera",
    rpID,
    userID: Buffer.from(String(user.id)),
    userName: user.fullName,
    userDisplayName: user.fullName,
    timeout: CHALLENGE_MS,
    attestationType: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

export const authenticationOptions = ({ id: rpID }: RelyingParty) =>
  generateAuthenticationOptions({ rpID, timeout: CHALLENGE_MS, userVerification: "required" });

/** The public half of a new passkey; throws when the answer does not fit the challenge, the page or the host. */
export async function verifyNewPasskey(
  party: RelyingParty,
  response: unknown,
  take: TakeChallenge,
): Promise<NewPasskey> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: take,
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
  });
  if (!verified) throw new Error("the new passkey was not verified");
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: [...transports],
  };
}

/** The new counter of a passkey; throws when its answer does not fit the challenge, the page, the host or the key. */
export async function verifyPasskey(
  party: RelyingParty,
  { response, credentialId, stored }: { response: unknown; credentialId: string; stored: StoredPasskey },
  take: TakeChallenge,
): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: take,
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is compared where it is stored, under a lock.
    credential: {
      id: credentialId,
      publicKey: Buffer.from(stored.publicKey, "base64url"),
      counter: 0,
    },
  });
  if (!verified) throw new Error("the passkey was not verified");
  return authenticationInfo.newCounter;
}
