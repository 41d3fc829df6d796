import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";

/** The keys that a browser makes for a subscription; the private one never leaves it. */
export type BrowserKeys = { publicKey: Buffer; privateKey: Buffer; auth: Buffer };

const SALT = 16;
const TAG = 16;
const HEAD = SALT + 4 + 1;

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** Decrypts a body of `aes128gcm` (RFC 8188) as a browser does for a push (RFC 8291). Throws on whatever does not fit. */
export function decrypt(body: Buffer, { publicKey, privateKey, auth }: BrowserKeys): string {
  const idLength = body[HEAD - 1] ?? 0;
  const size = body.readUInt32BE(SALT);
  const sender = body.subarray(HEAD, HEAD + idLength);
  const record = body.subarray(HEAD + idLength);
  if (sender.length !== 65 || sender[0] !== 4) throw new Error("the key id is no point of P-256");
  if (record.length > size || record.length <= TAG) throw new Error("not one record");
  const browser = createECDH("prime256v1");
  browser.setPrivateKey(privateKey);
  const shared = browser.computeSecret(sender);
  const who = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, sender]);
  const salt = body.subarray(0, SALT);
  const secret = derive(shared, auth, who, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(record.subarray(-TAG));
  const padded = Buffer.concat([cipher.update(record.subarray(0, -TAG)), cipher.final()]);
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 2) throw new Error("the last record is not marked");
  return padded.subarray(0, end).toString("utf8");
}
