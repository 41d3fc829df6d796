/** Name of a task's living card in a chat: notifications edit the same one. */
export const taskCardKey = (taskId: number): string => `task:${taskId}`;
