import { createServer } from "node:net";

export type Ports = {
  frontDoor: number;
  api: number;
  bot: number;
  scheduler: number;
  sandbox: number;
  objectStore: number;
};

export function portsFrom(base: number): Ports {
  return {
    frontDoor: base,
    api: base + 1,
    bot: base + 2,
    scheduler: base + 3,
    sandbox: base + 10,
    objectStore: base + 20,
  };
}

export function parsePortBase(text: string | undefined): number {
  const base = text ? Number(text) : 3000;
  if (Number.isInteger(base) && base >= 1024 && base <= 65_500) return base;
  throw new Error(`PORT_BASE must be a whole number from 1024 to 65500, not “${text}”.`);
}

function isFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Fails when a port is in use, naming the port and how to choose others. */
export async function requireFree(ports: Partial<Ports>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if ((await isFree(port)) && (await isFree(port, "127.0.0.1"))) continue;
    throw new Error(
      `Port ${port} (${name}) is taken by another program. ` +
        "Free it, or move all ports with PORT_BASE, e.g. PORT_BASE=4000 npm start",
    );
  }
}
