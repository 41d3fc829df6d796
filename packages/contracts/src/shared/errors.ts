import { z } from "zod";
import { ERROR_CODES } from "../vocabulary.ts";

export const fieldProblem = z.object({ path: z.string(), reason: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(ERROR_CODES),
      message: z.string(),
      requestId: z.string(),
      permission: z.string().optional(),
      allowed: z.array(z.string()).optional(),
      current: z.unknown().optional(),
      details: z.unknown().optional(),
    }),
  })
  .meta({ id: "Error" });
export type ErrorBody = z.infer<typeof errorBody>;
