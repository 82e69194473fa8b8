// How this system calls its keys.

/** Whether a platform, as browsers name it, has a command key. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** The key for shortcuts on this system. */
export const command = isMac(navigator.platform) ? "⌘" : "Ctrl";
