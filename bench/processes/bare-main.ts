import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerParent } from "./answer-parent.ts";

let answers: readonly { status: number; body: Uint8Array }[] = [];

const server = createServer((request, response) => {
  const answer = answers[Number(request.url?.slice(1))];
  request.resume();
  request.once("end", () => {
    response.writeHead(answer?.status ?? 404, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Length": String(answer?.body.length ?? 0),
    });
    response.end(answer?.body);
  });
});

answerParent({
  async open() {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  load(given: typeof answers) {
    answers = given;
  },
});
