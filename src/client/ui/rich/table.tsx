// A table in a message. It scrolls sideways in its own box.
import type { Tokens } from "marked";
import { drawInline, type Plain } from "./inline.tsx";
import { Sideways } from "./sideways.tsx";

interface Props {
  token: Tokens.Table;
  plain: Plain;
  dir: "auto" | undefined;
}

/** A table, with the columns aligned as its second line says. */
export function Table({ token: { header, rows }, plain, dir }: Props) {
  const row = (cells: Tokens.TableCell[]) => <tr>{cells.map((cell) => drawCell(cell, plain))}</tr>;
  return (
    <Sideways class="table" dir={dir}>
      <table>
        <thead>{row(header)}</thead>
        <tbody>{rows.map(row)}</tbody>
      </table>
    </Sideways>
  );
}

function drawCell({ tokens, header, align }: Tokens.TableCell, plain: Plain) {
  const words = drawInline(tokens, plain);
  const side = align ?? undefined;
  return header ? (
    <th scope="col" class={side}>
      {words}
    </th>
  ) : (
    <td class={side}>{words}</td>
  );
}
