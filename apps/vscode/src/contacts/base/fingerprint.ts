/** A short name for a text. That two texts of one contact have the same is as good as impossible. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5; // FNV-1a, over UTF-16 units
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}.${hash >>> 0}`;
}
