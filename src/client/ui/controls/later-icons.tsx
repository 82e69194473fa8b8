// The signs on buttons that are not on the first screen.
import { paths as first, Sign } from "./icons.tsx";

const paths = {
  ...first,
  reply: "M8 5 3.5 9.5 8 14M4 9.5h7a5.5 5.5 0 0 1 5.5 5.5",
  plus: "M10 4v12M4 10h12",
  person: "M10 3.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4ZM4 16.5c.5-2.9 2.9-4.2 6-4.2s5.5 1.3 6 4.2",
  bot: "M5 8.5h10a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1ZM10 8.5V5.5M10 4v.1M7.5 11.6v.8M12.5 11.6v.8",
  close: "M5 5l10 10M15 5 5 15",
  down: "M10 4v11.5M5 10.5l5 5 5-5",
  delete: "M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4M11.5 9v4",
  copy: "M7.5 7.5V4.8a1 1 0 0 1 1-1h6.7a1 1 0 0 1 1 1v6.7a1 1 0 0 1-1 1h-2.7M4.8 7.5h6.7a1 1 0 0 1 1 1v6.7a1 1 0 0 1-1 1H4.8a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1Z",
  bell: "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8L5 13.5ZM8.2 17.2h3.6",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11ZM13.2 13.2l3.8 3.8",
  keys: "M3.5 5.5h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM6.5 11.8h7M5.8 8.6h.1M8.6 8.6h.1M11.4 8.6h.1M14.2 8.6h.1",
  link: "M8.3 11.7a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.7 8.3a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1",
};

/** A sign. The button around it says in words what it does. */
export function LaterIcon({ is }: { is: keyof typeof paths }) {
  return <Sign path={paths[is]} />;
}
