/**
 * A sentence in which VS Code's messages and input boxes see no link. They make one of `[text](command:…)`, which runs
 * the command; and what stands in a contact, or comes from a server, is somebody else's.
 */
export const plain = (sentence: string): string => sentence.replaceAll("](", "] (");
