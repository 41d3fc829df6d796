import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The startup parameters that PgBouncer takes; it refuses all others. */
const KNOWN = new Set(
  "user database application_name client_encoding datestyle timezone standard_conforming_strings".split(" "),
);
const READY = 0x5a;
const AUTHENTICATION = 0x52;
const IDLE = 0x49;

export type Pooler = { url: string; close(): void };

/**
 * Stands in for PgBouncer: a connection each with `session`; with `transaction` all clients share one server connection,
 * each for the length of its transaction.
 */
export async function startPooler(url: string, mode: "session" | "transaction"): Promise<Pooler> {
  const target = new URL(url);
  const open = new Set<Socket>();
  const dial = () => {
    const server = connect(Number(target.port), target.hostname);
    open.add(server);
    return server.on("error", () => server.destroy());
  };
  const shared = sharedServer(dial);
  const pooler = createServer((client) => {
    open.add(client);
    client.on("error", () => client.destroy());
    client.once("data", (startup: Buffer) => {
      const unknown = parametersOf(startup).find((name) => !KNOWN.has(name));
      if (unknown !== undefined) return client.end(refusal(`unsupported startup parameter: ${unknown}`));
      if (mode === "transaction") return shared(client, startup);
      const server = dial();
      server.write(startup);
      client.pipe(server).pipe(client);
    });
  });
  await new Promise<void>((resolve) => pooler.listen(0, "127.0.0.1", resolve));
  const address = new URL(url);
  address.port = String((pooler.address() as AddressInfo).port);
  const close = () => {
    pooler.close();
    for (const socket of open) socket.destroy();
  };
  return { url: address.href, close };
}

function sharedServer(dial: () => Socket) {
  let server: Socket | undefined;
  let owner: Socket | null = null;
  /** What the server said after the sign-in of the first client, for the others. */
  const welcome: Buffer[] = [];
  let isWelcomed = false;
  const waiting: { client: Socket; bytes: Buffer }[] = [];

  function serve(): void {
    owner ??= waiting[0]?.client ?? null;
    for (const one of waiting.filter(({ client }) => client === owner)) {
      waiting.splice(waiting.indexOf(one), 1);
      server?.write(one.bytes);
    }
  }
  function answer(message: Buffer): void {
    if (!isWelcomed && (message[0] !== AUTHENTICATION || message.readInt32BE(5) === 0)) welcome.push(message);
    owner?.write(message);
    if (message[0] !== READY) return;
    isWelcomed = true;
    if (message[5] === IDLE) owner = null;
    serve();
  }
  return (client: Socket, startup: Buffer): void => {
    if (isWelcomed) client.write(Buffer.concat(welcome));
    else owner = client;
    if (server === undefined) {
      server = dial();
      server.write(startup);
      server.on("data", messages(answer));
    } else if (!isWelcomed) throw new Error("the second client came during the sign-in of the first");
    client.on("data", (bytes: Buffer) => {
      const isEnd = bytes[0] === 0x58;
      if (isEnd) return;
      waiting.push({ client, bytes });
      serve();
    });
  };
}

/** Cuts a stream into messages: a type, and the length of what follows. */
function messages(take: (message: Buffer) => void) {
  let rest = Buffer.alloc(0);
  return (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const length = rest.readInt32BE(1) + 1;
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

const parametersOf = (startup: Buffer): string[] =>
  startup
    .subarray(8)
    .toString("utf8")
    .split("\0")
    .filter((part, at) => at % 2 === 0 && part !== "");

function refusal(text: string): Buffer {
  const body = Buffer.from(`SFATAL\0C08P01\0M${text}\0\0`);
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
