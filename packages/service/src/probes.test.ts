import { createServer as createPlain, type AddressInfo, type Server } from "node:net";
import { createServer } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { certificateExpiry, createProbes } from "./probes.ts";

/** A key made for this test alone. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3NoI2QYiR8Yn6hza
v+QnI2Br5fjnKmWSH3sZ+9uXag6hRANCAASoX9Up9BDLyq64GLgLzka6BiZrr5W7
eCKf3Krhow8vnuM22mgqyvCZXvlFXJVIskhdrfenE5VTkQHQFnU2tPwX
-----END PRIVATE KEY-----
`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUUcAtJA+HwzE+4LHmk+GUDDUnNLgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDE2NTQwNFoYDzIxMjYxMTA2
MTY1NDA0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASoX9Up9BDLyq64GLgLzka6BiZrr5W7eCKf3Krhow8vnuM22mgqyvCZ
XvlFXJVIskhdrfenE5VTkQHQFnU2tPwXo1MwUTAdBgNVHQ4EFgQUl9CYhWzOSqCh
ahWHZ0fnxL2rtjkwHwYDVR0jBBgwFoAUl9CYhWzOSqChahWHZ0fnxL2rtjkwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA2lTSVtJcwTjWX28di3kP
V/URwH6dLUAiz3Ut+5ncu64CIAruG08jPV7inDkA9WGdyvJ3bSQuvYN4iAThArhY
Y3On
-----END CERTIFICATE-----
`;
const EXPIRES = new Date("2126-11-06T16:54:04Z");

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the certificate of an address is seen in a handshake, trusted or not", async () => {
  const address = await listen(createServer({ key: KEY, cert: CERTIFICATE }));
  expect(await certificateExpiry(address)).toEqual(EXPIRES);
  expect(await certificateExpiry("http://127.0.0.1:1")).toBeNull();
});

test("what cannot be seen is unknown and warned of once, and the disk is seen all the same", async () => {
  const address = await listen(createPlain((socket) => socket.end("no handshake")));
  const warned: string[] = [];
  const probes = createProbes({
    publicUrl: address,
    storeState: async () => "ok",
    now: () => new Date("2026-09-08T07:00:00Z"),
    warn: (message) => warned.push(message),
  });
  for (const { store, certificateDays, disk } of [await probes(), await probes()]) {
    expect({ store, certificateDays }).toEqual({ store: "ok", certificateDays: null });
    expect(disk?.freeBytes).toBeLessThanOrEqual(disk?.totalBytes ?? 0);
    expect(disk?.totalBytes).toBeGreaterThan(0);
  }
  expect(warned).toEqual(["the certificate cannot be seen"]);
});
