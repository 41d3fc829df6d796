import type { Turn } from "./turn.ts";

/** Buttons of one kind, for the router. */
export type Buttons = {
  /** Null for other data. */
  unpack(data: string): unknown;
  reads(data: string): boolean;
  /** Null when the data is not of this kind. */
  press(turn: Turn, data: string): Promise<void> | null;
};

/**
 * Handles buttons whose data `unpack` recognizes; those where `reads` is true also work for an admin viewing as another
 * role.
 */
export const onButtons = <P>(
  unpack: (data: string) => P | null,
  answer: (turn: Turn, pressed: P) => Promise<void> | void,
  reads: (pressed: P) => boolean = () => false,
): Buttons => ({
  unpack,
  reads(data) {
    const pressed = unpack(data);
    return pressed !== null && reads(pressed);
  },
  press(turn, data) {
    const pressed = unpack(data);
    return pressed === null ? null : Promise.resolve(answer(turn, pressed));
  },
});
