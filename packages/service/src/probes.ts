import { statfs } from "node:fs/promises";
import { isIP } from "node:net";
import { connect } from "node:tls";
import type { StoreState } from "./store-watch.ts";

export type Probes = {
  store: StoreState;
  disk: { freeBytes: number; totalBytes: number } | null;
  certificateDays: number | null;
};

export type ProbeOptions = {
  /** Address whose certificate is looked at; nothing is looked at without https. */
  publicUrl: string;
  storeState: () => Promise<StoreState>;
  /** A folder on the disk that is looked at. */
  folder?: string;
  now: () => Date;
  warn: (message: string, error: unknown) => void;
};

const DISK_EVERY_MS = 60_000;
const CERTIFICATE_EVERY_MS = 3_600_000;
const HANDSHAKE_MS = 5_000;
const DAY_MS = 86_400_000;

/** Looks at store, disk and certificate; answers are kept for a while, so that a page costs nothing. */
export function createProbes(options: ProbeOptions): () => Promise<Probes> {
  const { publicUrl, storeState, folder = "/", now, warn } = options;
  const disk = kept(
    DISK_EVERY_MS,
    () => diskOf(folder),
    (error) => warn("the disk cannot be seen", error),
  );
  const expiry = kept(
    CERTIFICATE_EVERY_MS,
    () => certificateExpiry(publicUrl),
    (error) => warn("the certificate cannot be seen", error),
  );
  return async () => {
    const [store, free, expires] = await Promise.all([storeState(), disk(), expiry()]);
    const certificateDays =
      expires === null ? null : Math.floor((expires.getTime() - now().getTime()) / DAY_MS);
    return { store, disk: free, certificateDays };
  };
}

/** Asks anew when the answer is old; a failure is warned of and counts as null until then. */
function kept<T>(everyMs: number, ask: () => Promise<T | null>, failed: (error: unknown) => void) {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<T | null> = Promise.resolve(null);
  return (): Promise<T | null> => {
    if (performance.now() - askedAt >= everyMs) {
      askedAt = performance.now();
      answer = ask().catch((error: unknown) => {
        failed(error);
        return null;
      });
    }
    return answer;
  };
}

async function diskOf(folder: string): Promise<Probes["disk"]> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** When the certificate of an https address runs out, trusted or not; null for another address. */
export async function certificateExpiry(address: string): Promise<Date | null> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== "https:") return null;
  return new Promise((resolve, reject) => {
    const name = isIP(hostname) === 0 ? { servername: hostname } : {};
    const options = { host: hostname, port: Number(port || 443), ...name, rejectUnauthorized: false };
    const socket = connect(options, () => {
      const { valid_to: end } = socket.getPeerCertificate();
      socket.end();
      resolve(new Date(end));
    });
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy(new Error("the handshake took too long")));
    socket.once("error", reject);
  });
}
