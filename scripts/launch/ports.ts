import { createServer } from "node:net";

export type Ports = {
  frontDoor: number;
  api: number;
  bot: number;
  scheduler: number;
  sandbox: number;
  objectStore: number;
};

/** Ports from 1024 on that browsers refuse to open. Source: the Fetch standard, “port blocking”. */
const CLOSED_TO_BROWSERS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

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
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new Error(`PORT_BASE must be a whole number from 1024 to 65500, not “${text}”.`);
  }
  const closed = Object.values(portsFrom(base)).find((port) => CLOSED_TO_BROWSERS.has(port));
  if (closed === undefined) return base;
  throw new Error(`Browsers do not open port ${closed}, which PORT_BASE=${base} would use. Choose another.`);
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
