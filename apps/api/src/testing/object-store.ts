import { createServer } from "node:http";
import { createStorage, type Storage } from "@stsphera/storage";

export type TestStore = { storage: Storage; close(): Promise<void> };

type Kept = { bytes: Buffer; type: string };

/** An object store over real HTTP that keeps uploads and serves them by link; it checks no rights. */
export async function openTestStore(): Promise<TestStore> {
  const kept = new Map<string, Kept>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "PUT") {
        kept.set(pathname, {
          bytes: Buffer.concat(chunks),
          type: request.headers["content-type"] ?? "application/octet-stream",
        });
      }
      if (request.method === "DELETE") kept.delete(pathname);
      const found = kept.get(pathname);
      if (request.method === "PUT" || request.method === "DELETE") return response.end();
      if (found === undefined) return response.writeHead(404).end();
      const saved = searchParams.get("response-content-disposition");
      response.writeHead(200, {
        "content-type": found.type,
        "content-length": found.bytes.byteLength,
        ...(saved === null ? {} : { "content-disposition": saved }),
      });
      return response.end(request.method === "HEAD" ? undefined : found.bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the store has no port");
  const endpoint = `http://127.0.0.1:${address.port}`;
  return {
    storage: createStorage({
      endpoint,
      publicEndpoint: endpoint,
      bucket: "stsphera",
      accessKey: "KEY",
      secretKey: "signing-key",
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
