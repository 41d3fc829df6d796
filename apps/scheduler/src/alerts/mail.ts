import type { AlertMessage, AlertSender } from "@stsphera/core/watch";
import { createTransport } from "nodemailer";
import type { MailSettings } from "./settings.ts";

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;
/** The port on which TLS begins at once; on others it is asked for. */
const TLS_PORT = 465;

/** Sends alerts by mail. A password never goes over a connection without TLS. */
export function createMailSender({ host, port, login, from, to }: MailSettings): AlertSender {
  const transport = createTransport({
    host,
    port,
    secure: port === TLS_PORT,
    requireTLS: login !== null,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // Neither files nor addresses are read for a message.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.indexOf("@") + 1);
  return async (message: AlertMessage) => {
    await transport.sendMail({
      from,
      to: [...to],
      subject: message.title,
      text: [...message.lines, message.url].join("\n\n"),
      // The same for every attempt: mail programs show a repeat as one message.
      messageId: `<alert-${message.id}@${domain}>`,
    });
  };
}
