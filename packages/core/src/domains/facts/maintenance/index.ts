export { findSumDifferences, type SumDifference } from "./find-sum-differences.ts";
export * from "./verbs.ts";
