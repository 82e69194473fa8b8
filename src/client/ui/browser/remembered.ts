// Small things that this browser remembers. Without storage (private windows, blocked cookies) it forgets, and that's all.

type Key = "name" | "language" | "roster" | "rooms" | "notice" | "emoji" | "tapped" | "transport" | `seen ${string}`;

/** What was remembered, or nothing. */
export function recall(key: Key): string | undefined {
  try {
    return localStorage.getItem(`parlor ${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a text; an empty one is forgotten. */
export function remember(key: Key, text: string): void {
  try {
    if (text === "") localStorage.removeItem(`parlor ${key}`);
    else localStorage.setItem(`parlor ${key}`, text);
  } catch {
    // Nothing is lost that was ever promised.
  }
}
