import { createServer } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { getRequestListener } from "@hono/node-server";

/** Of `push.example.org`, signed by itself; for tests alone. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBqjCCAVCgAwIBAgIUSI6tZ3uq/puoQa9JkQ2T6XaSYPEwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQcHVzaC5leGFtcGxlLm9yZzAgFw0yNjEyMDEwMzI0MjRaGA8y
MTI2MTEwNzAzMjQyNFowGzEZMBcGA1UEAwwQcHVzaC5leGFtcGxlLm9yZzBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABPZPNces0QKuQbM4ohBFXTjDzxTQQVzEdlXo
4oE1lFVdQgcmHQlJnPNc3daLiraGvl/dYl34xWyA1OtsQCpv/lmjcDBuMB0GA1Ud
DgQWBBTpryeewYR+pPPI2UGrNdZJvsVtuDAfBgNVHSMEGDAWgBTpryeewYR+pPPI
2UGrNdZJvsVtuDAPBgNVHRMBAf8EBTADAQH/MBsGA1UdEQQUMBKCEHB1c2guZXhh
bXBsZS5vcmcwCgYIKoZIzj0EAwIDSAAwRQIgJ233yCeGfK0L8Fxzf0AWKbqcO2/X
U5IL8DWNMropDscCIQDfvj36x0/3I+6oIbHTeXTNJCLgz8V8Rai1pvZ4Ar//lg==
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghBuaS6GFON0LdYQy
9775z1oP6ujaLKBpYuJ7PQVw+dChRANCAAT2TzXHrNECrkGzOKIQRV04w88U0EFc
xHZV6OKBNZRVXUIHJh0JSZzzXN3Wi4q2hr5f3WJd+MVsgNTrbEAqb/5Z
-----END PRIVATE KEY-----
`;

/** What happens to the next request instead of an answer of the service. */
type Instead = "silence" | "hang up" | { status: number; headers: Record<string, string> };

export type PushServer = {
  port: number;
  /** A name server that names the loopback for every name. */
  lookup: LookupFunction;
  next(instead: Instead): void;
  /** Requests since the last time that this was asked. */
  requests(): number;
  close(): Promise<void>;
};

/** A push service over real HTTPS on a free port of the loopback. */
export async function startPushServer(handle: (request: Request) => Promise<Response>): Promise<PushServer> {
  let instead: Instead | null = null;
  let requests = 0;
  const listener = getRequestListener(handle, { overrideGlobalObjects: false });
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (request, response) => {
    requests += 1;
    const now = instead;
    instead = null;
    if (now === null) void listener(request, response);
    else if (now === "hang up") request.socket.destroy();
    else if (now !== "silence") response.writeHead(now.status, now.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lookup: (_name, options, done) => {
      if (options.all === true) done(null, [{ address: "127.0.0.1", family: 4 }]);
      else done(null, "127.0.0.1", 4);
    },
    next: (what) => {
      instead = what;
    },
    requests: () => {
      const seen = requests;
      requests = 0;
      return seen;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
