import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

const shape = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3010),
  S3_PORT: port.default(3020),
  /** Start time of a new sandbox; by default now. */
  SANDBOX_START: z.iso.datetime({ offset: true }).optional(),
  SANDBOX_DATA: z.string().min(1),
  DATABASE_URL: z.string().min(1),
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d{5,15}:[\w-]{20,}$/, "<number>:<20 or more letters>"),
  BOT_USERNAME: z
    .string()
    .regex(/^\w{3,32}$/)
    .default("stsphera_bot"),
  MINIAPP_SHORT_NAME: z
    .string()
    .regex(/^\w{3,30}$/)
    .default("app"),
  PUBLIC_URL: z.url(),
  S3_BUCKET: z.string().min(3).default("stsphera"),
  S3_ACCESS_KEY: z.string().min(1),
  S3_SECRET_KEY: z.string().min(1),
});

export type Environment = z.infer<typeof shape>;

/** Settings of the sandbox; refused in production. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  if (source["NODE_ENV"] === "production") {
    throw new Error("The sandbox is for development: it does not start with NODE_ENV=production");
  }
  const result = shape.safeParse(source);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The sandbox's environment is not complete: ${reasons.join("; ")}`);
}
