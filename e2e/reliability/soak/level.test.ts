import { expect, test } from "vitest";
import { levelledOff } from "./level.ts";

const rising = Array.from({ length: 90 }, (_, at) => 100 + at);
const warming = Array.from({ length: 90 }, (_, at) => (at < 30 ? 100 + at * 3 : 190 + (at % 7)));

test("usage that rises first and then stays has levelled off; steady growth has not", () => {
  expect(levelledOff("memoryMb", warming)).toBe(true);
  expect(levelledOff("memoryMb", rising)).toBe(false);
  const breathing = [...Array(30).fill(262), ...Array(30).fill(193), ...Array(30).fill(247)];
  expect(levelledOff("memoryMb", breathing)).toBe(true);
  expect(levelledOff("handles", rising)).toBe(false);
  expect(levelledOff("connections", [...Array(60).fill(8), ...Array(30).fill(11)])).toBe(false);
  expect(levelledOff("connections", [...Array(60).fill(8), ...Array(30).fill(9)])).toBe(true);
});
