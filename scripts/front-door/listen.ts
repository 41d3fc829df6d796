import type { Server } from "node:http";

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

const withoutIpv6 = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT"]);

/** Listens on the addresses of `localhost` only, because development secrets must not be reachable from outside. */
export async function listenOnLoopback([first, second]: [Server, Server], port: number): Promise<void> {
  await listen(first, port, "127.0.0.1");
  try {
    await listen(second, port, "::1");
  } catch (error) {
    if (!withoutIpv6.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
