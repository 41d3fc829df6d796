import { useQuery } from "@tanstack/react-query";
import { getHealth, healthKey } from "../api/health-requests.ts";

const EVERY_MS = 60_000;

export const useHealth = (enabled = true) =>
  useQuery({ queryKey: healthKey, queryFn: getHealth, refetchInterval: EVERY_MS, enabled });
