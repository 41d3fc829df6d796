import { z } from "zod";
import { id } from "./scalars.ts";

export const person = z.object({ id, fullName: z.string() }).meta({ id: "Person" });
export type Person = z.infer<typeof person>;
