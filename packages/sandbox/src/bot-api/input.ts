import { badRequest, strict } from "./errors.ts";

type Parameters = Readonly<Record<string, unknown>>;

/** Parameters of a call, read as types from JSON values or form strings. */
export class Input {
  readonly parameters: Parameters;

  constructor(parameters: Parameters) {
    this.parameters = parameters;
  }

  has(name: string): boolean {
    return this.parameters[name] !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.parameters[name];
    if (value === undefined || typeof value === "string") return value;
    return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
  }

  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === "") return undefined;
    if (!/^-?\d{1,16}$/.test(text)) throw strict(`parameter ${name} must be an integer`);
    return Number(text);
  }

  flag(name: string): boolean {
    const text = this.text(name)?.toLowerCase();
    return text === "true" || text === "1" || text === "yes";
  }

  /** An object or a list: a value of a JSON body, or JSON text in a form. */
  json(name: string): unknown {
    const value = this.parameters[name];
    if (typeof value !== "string") return value;
    if (value === "") return undefined;
    try {
      return JSON.parse(value);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw badRequest(`can't parse ${name.replaceAll("_", " ")} JSON object`);
    }
  }

  /** A JSON object with only the named fields. */
  object(name: string, fields: readonly string[]): Record<string, unknown> | undefined {
    const value = this.json(name);
    return value === undefined ? undefined : knownFields(value, fields, name);
  }

  messageId(): number {
    const id = this.integer("message_id");
    if (id === undefined) throw badRequest("message identifier is not specified");
    return id;
  }
}

/** The value as an object; refuses fields that Telegram does not have. */
export function knownFields(
  value: unknown,
  fields: readonly string[],
  where: string,
): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest(`object expected as ${where.replaceAll("_", " ")}`);
  }
  for (const field of Object.keys(value)) {
    if (!fields.includes(field)) throw strict(`unknown field ${field} in ${where}`);
  }
  return value as Record<string, unknown>;
}
