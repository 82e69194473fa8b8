// The ways into a room from a terminal, to be copied.

/** Lines for `curl` and `wscat` with the room's real address. */
export function Commands({ address }: { address: string }) {
  const lines = [`curl ${address}`, `curl -d hello ${address}`, `npx wscat -c ${address.replace(/^http/, "ws")}`];
  return (
    <pre>
      {lines.map((line) => (
        <code key={line}>{line}</code>
      ))}
    </pre>
  );
}
