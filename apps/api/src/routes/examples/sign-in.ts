import { ref } from "./people.ts";

const at = "2026-09-08T07:00:00.000Z";

export const view = { fullName: "Сергей Белов", expiresAt: "2026-09-08T07:15:00.000Z", givenBy: null };
export const link = {
  link: "https://app.example.org/login#pW1m0c2zS1d0Jp6n5pQ3Zc0o7yqv1mTq1q9mX1bJ0aE",
  qr: "<svg></svg>",
  expiresAt: "2026-09-08T07:15:00.000Z",
};
export const passkey = { id: 3, name: "Chrome, Android", createdAt: at, lastUsedAt: null };
export const session = {
  id: 41,
  kind: "passkey",
  browser: "Chrome, Android",
  address: "203.0.113.7",
  createdAt: at,
  lastSeenAt: at,
  current: true,
  givenBy: null,
  rings: true,
};
export const givenSession = {
  ...session,
  id: 42,
  kind: "given",
  current: false,
  givenBy: ref,
  rings: false,
};

/** A point of P-256 and a secret, as a browser names them. */
export const browser = {
  endpoint: "https://push.example.org/p/4Jx0n2Vq",
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
};
export const myPush = {
  publicKey: "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
  sessionId: 41,
  rings: true,
};

const challenge = "c3RzcGhlcmE";
export const requestOptions = {
  options: { challenge, rpId: "app.example.org", userVerification: "required", timeout: 300_000 },
};
export const creationOptions = {
  options: { challenge, rp: { id: "app.example.org", name: "STSphera" }, timeout: 300_000 },
};
const credential = { id: "AQIDBA", rawId: "AQIDBA", type: "public-key", clientExtensionResults: {} };
export const assertion = {
  response: {
    ...credential,
    response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA", userHandle: "MTI" },
  },
};
export const attestation = {
  response: { ...credential, response: { clientDataJSON: "e30", attestationObject: "oA" } },
};
