// The page's words, as generator/words/browser.py makes them.

let [messages, plurals, numbers] = [new Map()];

/** Set the page's words: {language, messages by id}. */
export function use(words) {
  messages = new Map(Object.entries(words.messages));
  plurals = new Intl.PluralRules(words.language);
  numbers = new Intl.NumberFormat(words.language);
}

/** The words of an id with its arguments filled in; of an unknown id the id itself. */
export function say(id, args = {}) {
  let pattern = messages.get(id) ?? id;
  if (pattern.by) {
    const number = args[pattern.by];
    pattern = pattern[number] ?? pattern[plurals.select(number)] ?? pattern.other;
  }
  return pattern.replace(/{([\w-]+)}/g, (whole, name) =>
    typeof args[name] === 'number' ? numbers.format(args[name]) : (args[name] ?? whole),
  );
}
