import { lookup as resolve, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

/** Thrown for a name that leads to this machine or to a private network alone. */
export class PrivateAddress extends Error {}

type Resolve = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** Resolves a name to public addresses alone, for the connection itself: what is judged is what is connected to. */
export const publicLookup =
  (refused: string, ask: Resolve = resolve): LookupFunction =>
  (hostname, options, done) => {
    ask(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, "");
      const open = found.filter(({ address }) => !isPrivateAddress(address));
      const [first] = open;
      if (first === undefined) return done(new PrivateAddress(refused), "");
      if (options.all === true) done(null, open);
      else done(null, first.address, first.family);
    });
  };
