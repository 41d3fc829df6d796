import { DomainError, invalidField } from "@stsphera/core";
import type { HttpContext } from "../deps.ts";
import { guardJson } from "./json-guard.ts";

/** Maximum size of a JSON body in bytes. */
const MAX_BODY = 1024 * 1024;
/** Bytes of a body without Content-Length that are read at most. */
const MAX_READ = 32 * MAX_BODY;

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON object of the request; a request without a body yields an empty object. */
export async function readJsonBody(c: HttpContext): Promise<Record<string, unknown>> {
  const length = c.req.header("content-length");
  const chunked = c.req.header("transfer-encoding") !== undefined;
  if (!chunked && (length === undefined || length === "0")) return {};
  if (Number(length ?? 0) > MAX_BODY) throw new DomainError("payload_too_large");
  if (!JSON_TYPE.test(c.req.header("content-type") ?? "")) throw new DomainError("unsupported_media_type");
  const packed = c.req.header("content-encoding") ?? "identity";
  if (packed.toLowerCase() !== "identity") throw new DomainError("unsupported_media_type");

  const value = parse(await readBytes(c, chunked));
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw invalidField("", "json_not_object");
  guardJson(value);
  return value as Record<string, unknown>;
}

async function readBytes(c: HttpContext, chunked: boolean): Promise<Uint8Array> {
  try {
    // With Content-Length the HTTP parser reads no further; without it the bytes are counted here.
    return chunked ? await readCounted(c) : new Uint8Array(await c.req.arrayBuffer());
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw invalidField("", "body_incomplete");
  }
}

/** Reads and drops an excess, because a client cut off while sending would not get the answer. */
async function readCounted(c: HttpContext): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > MAX_READ) break;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new DomainError("payload_too_large");
  return Buffer.concat(chunks);
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw invalidField("", "json_broken");
    throw error;
  }
}
