// A room where nothing was said yet: how to bring others here.
import { words } from "../i18n/index.ts";
import { Commands } from "./commands.tsx";
import { canShare, copied, copyAddress, roomAddress, share } from "./copy.ts";
import { Icon, Mark } from "./icons.tsx";

/** The invitation, to somebody who is alone here or not. */
export function Empty({ alone }: { alone: boolean }) {
  const { empty, share: say } = words.value;
  const address = roomAddress();
  return (
    <section class="empty">
      <Mark />
      <h2>{alone ? empty.alone : empty.together}</h2>
      <p>{empty.lead}</p>
      <p class="address">{decodeURI(address)}</p>
      <p class="buttons">
        <button type="button" class="primary" onClick={copyAddress}>
          <Icon is={copied.value ? "save" : "link"} />
          {copied.value ? say.copied : say.copy}
        </button>
        {canShare() && (
          <button type="button" class="secondary" onClick={() => share(document.title)}>
            <Icon is="share" />
            {say.share}
          </button>
        )}
      </p>
      <h3>{empty.terminal}</h3>
      <Commands address={address} />
    </section>
  );
}
