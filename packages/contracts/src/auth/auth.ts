import { z } from "zod";
import { userSummary } from "../people/users.ts";

export const signInInput = z.strictObject({ initData: z.string().min(1).max(16_384) });
export const refreshInput = z.strictObject({ refreshToken: z.string().min(20).max(200) });
export const signInAnswer = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: "Seconds" }),
    refreshToken: z.string(),
    user: userSummary,
  })
  .meta({ id: "SignInAnswer" });
export type SignInAnswer = z.infer<typeof signInAnswer>;
