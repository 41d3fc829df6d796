import { z } from "zod";
import { query } from "../../kernel/index.ts";
import { assertSignInJob } from "./sign-in-job.ts";

export type StoredPasskey = { id: number; publicKey: string; counter: number; transports: string[] };

const KEY = `
  select k.id, k.public_key as "publicKey", k.counter::float8 as counter, k.transports
  from passkeys k where k.credential_id = $1`;

/** The public half of a passkey, by which its answer is verified; null for an unknown one. */
export const findPasskey = query({
  name: "passkey.find",
  permissions: [],
  input: z.strictObject({ credentialId: z.string().max(1400) }),
  read: async (ctx, { credentialId }): Promise<StoredPasskey | null> => {
    assertSignInJob(ctx);
    const [row] = await ctx.db.read<StoredPasskey>(KEY, [credentialId]);
    return row ?? null;
  },
});
