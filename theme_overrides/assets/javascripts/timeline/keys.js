// What the keys do on the stage.

export const HELP = 'Left and right arrows move, plus and minus zoom, up and down arrows go from event to event, Enter opens one, Home and End go to the first and the last.';

/** Actions by the key's name; where time runs down the page, up and down move and left and right go from event to event. */
export function makeKeys(stage, model, { focus, select, show, enter }) {
  const pan = (share) => stage.pan(stage.length * share);
  const step = (by) => focus(model.neighbour(stage.focus, by));
  return {
    ArrowLeft: () => (stage.vertical ? step(-1) : pan(-0.1)),
    ArrowRight: () => (stage.vertical ? step(1) : pan(0.1)),
    ArrowUp: () => (stage.vertical ? pan(-0.1) : step(-1)),
    ArrowDown: () => (stage.vertical ? pan(0.1) : step(1)),
    PageUp: () => pan(-0.9),
    PageDown: () => pan(0.9),
    Home: () => focus(model.neighbour(null, 1)),
    End: () => focus(model.neighbour(null, -1)),
    '+': () => stage.zoom(1.5),
    '=': () => stage.zoom(1.5),
    '-': () => stage.zoom(1 / 1.5),
    0: () => show('start'),
    Enter: () => stage.focus !== null && select(stage.focus).then(enter),
    Escape: () => select(null),
  };
}
