import type { PhotosField } from "@stsphera/contracts/forms";
import { z } from "zod";
import { askKey, chip, type Kind } from "./kind.ts";

/** Collects photos until a button sends them. */
export const photosKind: Kind<PhotosField<unknown>> = {
  stored: z.never(),
  expected: () => "photo",
  buttons: (asking) => {
    const { turn, state, field } = asking;
    return [[chip(asking, turn.t(askKey(state, field.name, "send")), "send")]];
  },
  press: () => "stale",
  typed: () => "expected",
};
