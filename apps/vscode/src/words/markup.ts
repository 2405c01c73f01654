// What stands in a contact, or comes from a server, is somebody else's: VS Code must make nothing of it.

/** A sentence for a message or an input box, which make a link of `[text](command:…)` that runs the command. */
export const withoutLinks = (sentence: string): string => sentence.replaceAll("](", "] (");

/** A text for a row or the status bar, which make an icon of `$(name)`. Elsewhere a backslash would be seen. */
export const withoutIcons = (text: string): string => text.replaceAll(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, "\\$&");
