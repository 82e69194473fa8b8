// How the screens are looked at: the sizes, the themes and the languages of which pictures are taken.
import type { BrowserContextOptions } from "playwright-core";

export interface Look {
  /** What the picture's name says of it: theme, language, device. */
  theme: string;
  language: "en" | "zh-TW";
  device: string;
  options: BrowserContextOptions;
}

const devices: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
  narrow: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 2560, height: 1440 } },
};

const themes: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { colorScheme: "dark", forcedColors: "active" },
  contrast: { colorScheme: "light", contrast: "more" },
};

function look(theme: string, language: Look["language"], device: string): Look {
  return { theme, language, device, options: { locale: language, ...themes[theme], ...devices[device] } };
}

const languages = ["en", "zh-TW"] as const;

/** Those that every screen is taken in. */
export const usual: readonly Look[] = ["desktop", "phone"].flatMap((device) =>
  languages.flatMap((language) => ["light", "dark"].map((theme) => look(theme, language, device))),
);

/** Those in which the busy room alone is taken. */
export const rare: readonly Look[] = [
  look("light", "en", "narrow"),
  look("dark", "zh-TW", "narrow"),
  look("light", "zh-TW", "wide"),
  look("dark", "en", "wide"),
  look("forced", "en", "desktop"),
  look("contrast", "en", "desktop"),
];
