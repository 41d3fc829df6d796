import { expect, test } from "vitest";
import { DOWNTIME_REASONS } from "../vocabulary.ts";
import { PARTIES_OF, PARTY_OF } from "./parties.ts";

test("who answers for a reason by default is among those who may", () => {
  for (const reason of DOWNTIME_REASONS) expect(PARTIES_OF[reason], reason).toContain(PARTY_OF[reason]);
});
