// The lines that begin with a slash: for the help, and to choose from while writing. What they do is in composer/commands.ts.
import { laterWords } from "../../i18n/later/index.ts";

interface SlashCommand {
  word: string;
  /** What comes behind the word, `""` where nothing does. */
  more: string;
  does: string;
}

/** All of them, in the words of the screen. */
export function slashCommands(): SlashCommand[] {
  const { help } = laterWords.value;
  return [
    { word: "name", more: help.name, does: help.commandName },
    { word: "me", more: help.action, does: help.commandMe },
    { word: "topic", more: help.topic, does: help.commandTopic },
    { word: "who", more: "", does: help.commandWho },
    { word: "history", more: help.count, does: help.commandHistory },
    { word: "find", more: help.words, does: help.commandFind },
    { word: "help", more: "", does: help.commandHelp },
  ];
}
