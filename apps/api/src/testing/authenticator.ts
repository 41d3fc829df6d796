import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { ORIGIN } from "./open-api.ts";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text = (data: Buffer) => data.toString("base64url");

/** CBOR of what an authenticator sends: small integers, byte strings, texts and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    if (size < 256) return Buffer.from([(major << 5) | 24, size]);
    return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  };
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const items = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as never)]);
  return Buffer.concat([head(5, value.size), ...items]);
}

type Options = { origin?: string; host?: string; verified?: boolean; counter?: number };

/** An authenticator in memory, with a single key: answers challenges as a phone does, or as a forger would. */
export function createAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const client = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = ({ host = "localhost", verified = true, counter = 0 }: Options, more?: Buffer) => {
    const flags = 1 | (verified ? 4 : 0) | (more === undefined ? 0 : 64);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, more ?? Buffer.alloc(0)]);
  };
  const credential = { id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {} };

  return {
    id: text(id),
    register(challenge: string, options: Options = {}) {
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cbor(key)]);
      const statement = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data(options, attested)],
      ]);
      const clientDataJSON = client("webauthn.create", challenge, options.origin ?? ORIGIN);
      const response = {
        clientDataJSON: text(clientDataJSON),
        attestationObject: text(cbor(statement)),
        transports: ["internal"],
      };
      return { ...credential, response };
    },
    answer(challenge: string, options: Options = {}) {
      const clientDataJSON = client("webauthn.get", challenge, options.origin ?? ORIGIN);
      const authenticatorData = data(options);
      const signature = sign(
        "sha256",
        Buffer.concat([authenticatorData, sha256(clientDataJSON)]),
        privateKey,
      );
      const response = {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
      };
      return { ...credential, response };
    },
  };
}
