import type { PhotoProblem } from "../errors.ts";
import type { Decoded } from "./decode-photo.ts";

/** Messages between a process and its decoder; they are copied by structured clone. */
export type DecodeRequest = { readonly id: number; readonly bytes: Uint8Array };
export type DecodeAnswer = { readonly id: number } & (
  | { readonly decoded: Decoded }
  | { readonly problem: PhotoProblem }
);
