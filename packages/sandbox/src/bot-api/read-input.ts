import { BotApiError, badRequest, strict } from "./errors.ts";
import { Input } from "./input.ts";
import { uploadOf } from "./uploaded-file.ts";

/** Telegram takes documents of up to 50 MB; the bot sends reports, which are far smaller. */
const bodyLimit = 8 * 1024 * 1024;

/** Reads query, JSON, urlencoded and multipart parameters of a request. */
export async function readInput(request: Request): Promise<Input> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of new URL(request.url).searchParams) parameters[name] = value;
  if (request.method === "POST") await readBody(request, parameters);
  return new Input(parameters);
}

async function readBody(request: Request, parameters: Record<string, unknown>): Promise<void> {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > bodyLimit) throw new BotApiError(413, "Request Entity Too Large");
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/json")) Object.assign(parameters, await jsonBody(request));
  else if (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded")) {
    await readForm(await formBody(request), parameters);
  } else if ((await request.arrayBuffer()).byteLength > 0) {
    throw strict(`unknown content type ${type}`);
  }
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text === "") return {};
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("can't parse JSON object");
  }
  for (const [name, field] of Object.entries(value))
    if (field === null) throw strict(`parameter ${name} is null`);
  return value as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badRequest("can't parse JSON object");
  }
}

async function formBody(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw badRequest("can't parse form data");
  }
}

/** Fields of a form. The bot uploads documents alone, so another file is a mistake. */
async function readForm(form: FormData, parameters: Record<string, unknown>): Promise<void> {
  for (const [name, value] of form) {
    if (typeof value === "string") parameters[name] = value;
    else if (name === "document") parameters[name] = await uploadOf(value);
    else throw strict(`unknown file ${name}`);
  }
}
