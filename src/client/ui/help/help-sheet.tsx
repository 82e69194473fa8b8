// The sheet of what the keys do, a finger on a phone, and a line that begins with a slash.
import { laterWords } from "../../i18n/later/index.ts";
import { touch } from "../browser/media.ts";
import { Sheet } from "../controls/sheet.tsx";
import { command } from "./platform.ts";
import { slashCommands } from "./slash-commands.ts";

interface Deed {
  /** Each way is keys pressed together; one way is enough. */
  ways: readonly (readonly string[])[];
  does: string;
}

/** The help, open as long as it is drawn. */
export function HelpSheet({ closed }: { closed: () => void }) {
  const { help } = laterWords.value;
  return (
    <Sheet name={help.open} at="middle" closed={closed}>
      {() => (
        <>
          <h2>{help.open}</h2>
          <div class="help">
            {touch.value && <Keys title={help.touch} deeds={[{ ways: [[help.tap]], does: help.tapDoes }]} />}
            <Keys title={help.writing} deeds={writing()} />
            <Commands />
            <Keys title={help.among} deeds={among()} />
          </div>
        </>
      )}
    </Sheet>
  );
}

function writing(): Deed[] {
  const { help } = laterWords.value;
  return [
    ...(touch.value
      ? [{ ways: [["Enter"]], does: help.breakLine }]
      : [
          { ways: [["Enter"]], does: help.send },
          { ways: [["Shift", "Enter"]], does: help.breakLine },
        ]),
    { ways: [["↑"]], does: help.editLast },
    { ways: [["Esc"]], does: help.stop },
    { ways: [[command, "B"], ["I"], ["E"], ["K"]], does: help.format },
    { ways: [["@"], [":"], ["/"]], does: help.complete },
  ];
}

function among(): Deed[] {
  const { help, actions } = laterWords.value;
  return [
    { ways: [["↑"], ["↓"]], does: help.walk },
    { ways: [["R"]], does: actions.reply },
    { ways: [["E"]], does: actions.edit },
    { ways: [["Delete"]], does: actions.delete },
    { ways: [["+"]], does: help.react },
    { ways: [["C"], ["L"]], does: help.copy },
    { ways: [["F"]], does: laterWords.value.search.open },
    { ways: [["?"]], does: help.help },
  ];
}

function Keys({ title, deeds }: { title: string; deeds: readonly Deed[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {deeds.map(({ ways, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {ways.map((keys) => (
                <span key={keys.join()} class="way">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Commands() {
  const { help } = laterWords.value;
  return (
    <section>
      <h3>{help.commands}</h3>
      <dl>
        {slashCommands().map(({ word, more, does }) => (
          <div key={word}>
            <dt>{does}</dt>
            <dd>
              <code>
                /{word} <i>{more}</i>
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
