import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type MailServer = {
  port: number;
  /** Messages as they came, headers and all. */
  received: string[];
  /** Answers to the end of a message; by default that it was taken. */
  answer: string;
  close(): Promise<void>;
};

/** A server of mail that speaks enough SMTP to take a message, without TLS. */
export async function startMailServer(): Promise<MailServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => undefined);
    let text = "";
    let inData = false;
    socket.write("220 mail.example ESMTP\r\n");
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
      for (;;) {
        const end = inData ? text.indexOf("\r\n.\r\n") : text.indexOf("\r\n");
        if (end < 0) return;
        const part = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          if (mail.answer.startsWith("250")) mail.received.push(part);
          socket.write(`${mail.answer}\r\n`);
        } else if (/^EHLO/i.test(part)) socket.write("250-mail.example\r\n250 8BITMIME\r\n");
        else if (/^DATA/i.test(part)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (/^STARTTLS/i.test(part)) socket.write("502 not here\r\n");
        else if (/^QUIT/i.test(part)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mail: MailServer = {
    port: (server.address() as AddressInfo).port,
    received: [],
    answer: "250 taken",
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return mail;
}
