import { EditorSelection, type StateCommand } from "@codemirror/state";

/** Puts marks around what is selected, or takes them away where they are there. */
export const wrapped =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const { length } = mark;
    const change = state.changeByRange((range) => {
      const isAround = state.sliceDoc(range.from - length, range.from) === mark && state.sliceDoc(range.to, range.to + length) === mark;
      if (isAround) {
        const changes = [
          { from: range.from - length, to: range.from },
          { from: range.to, to: range.to + length },
        ];
        return { changes, range: EditorSelection.range(range.from - length, range.to - length) };
      }
      const changes = [
        { from: range.from, insert: mark },
        { from: range.to, insert: mark },
      ];
      return { changes, range: EditorSelection.range(range.from + length, range.to + length) };
    });
    dispatch(state.update(change, { userEvent: "input" }));
    return true;
  };

const emptyLink = "https://";

/** Makes what is selected the words of a link, and selects the place for its address. */
export const linked: StateCommand = ({ state, dispatch }) => {
  const change = state.changeByRange((range) => {
    const words = state.sliceDoc(range.from, range.to);
    const from = range.from + words.length + 3;
    return {
      changes: { from: range.from, to: range.to, insert: `[${words}](${emptyLink})` },
      range: EditorSelection.range(from, from + emptyLink.length),
    };
  });
  dispatch(state.update(change, { userEvent: "input" }));
  return true;
};
