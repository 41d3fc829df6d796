import type { Role } from "@stsphera/rbac";
import { queryClient } from "../../shared/api/query-client.ts";
import { showAs } from "../../shared/api/session.ts";
import { goTo } from "../../shared/navigation.ts";

/** Looks as a role, or as oneself again: nothing that was read as another is shown any more. */
export function lookAs(role: Role | null): void {
  showAs(role);
  goTo("/");
  void queryClient.resetQueries();
}
