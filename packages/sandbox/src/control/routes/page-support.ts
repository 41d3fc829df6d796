import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { chatOfTable } from "../../world/messages.ts";
import type { ControlDependencies, ControlEnv } from "../dependencies.ts";
import { notFound, Problem } from "../problem.ts";

const keepAliveMs = 15_000;

/** What the chat page needs besides the control API: the bot, files and change events. */
export function pageSupportRoutes({
  world,
  appShortName,
  miniAppUrl,
  stopped,
}: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();

  app.get("/about", (c) => {
    const { id, username, first_name: name } = world.bot;
    return c.json({ bot: { id, username, name }, appShortName, miniAppUrl });
  });

  app.get("/files/:fileId", (c) => {
    const file = world.files.get(c.req.param("fileId"));
    if (!file) throw notFound("file");
    const picture = file.mime.startsWith("image/");
    const name = encodeURIComponent(file.name ?? file.path.split("/").at(-1) ?? "file");
    return c.body(new Uint8Array(world.files.bytes(file)), 200, {
      "content-type": picture ? file.mime : "application/octet-stream",
      "cache-control": "private, max-age=31536000, immutable",
      ...(picture ? {} : { "content-disposition": `attachment; filename*=UTF-8''${name}` }),
    });
  });

  app.get("/events", (c) => {
    const response = c.env.outgoing;
    if (!response) throw new Problem(400, "events need a connection");
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.write("retry: 1000\n\n");
    const stopListening = world.store.onCommit((changes) => {
      const chats = new Set(changes.flatMap(([table]) => chatOfTable(table) ?? []));
      const menu = changes.some(([table]) => table === "commands" || table === "menuButtons");
      const list = changes.some(([table]) => table === "groups" || table === "people");
      if (chats.size > 0 || menu || list)
        response.write(`data: ${JSON.stringify({ chats: [...chats], menu, list })}\n\n`);
    });
    const keepAlive = setInterval(() => response.write(": here\n\n"), keepAliveMs);
    const end = () => response.end();
    stopped.addEventListener("abort", end, { once: true });
    response.on("close", () => {
      clearInterval(keepAlive);
      stopListening();
      stopped.removeEventListener("abort", end);
    });
    return RESPONSE_ALREADY_SENT;
  });
  return app;
}
