import type { Turn } from "./turn.ts";

/** Buttons of one kind, as the router knows them. */
export type Buttons = {
  /** Null for data of others. */
  unpack(data: string): unknown;
  reads(data: string): boolean;
  /** Null when the button is another's. */
  press(turn: Turn, data: string): Promise<void> | null;
};

/** Answers the buttons whose data `unpack` knows; those that only `reads` work for an admin who looks as somebody else. */
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
