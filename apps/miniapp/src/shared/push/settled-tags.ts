/** The tags of shown notifications that were read meanwhile; of a long list only those that it reaches are judged. */
export function settledTags(tags: readonly string[], unread: readonly number[], isWhole: boolean): string[] {
  const oldest = Math.min(...unread);
  return tags.filter((tag) => {
    const id = Number(/^n(\d+)$/.exec(tag)?.[1] ?? Number.NaN);
    if (Number.isNaN(id)) return false;
    return !unread.includes(id) && (isWhole || id > oldest);
  });
}
