// Fetches the timeline's modules side by side, and not one after another as each names the next. A plain script.

[
  'address',
  'card',
  'chosen',
  'controller',
  'data',
  'dom',
  'draw',
  'events',
  'facets',
  'filter',
  'hint',
  'input',
  'known',
  'layout',
  'legend',
  'list',
  'model',
  'motion',
  'overview',
  'paint',
  'scale',
  'scrubber',
  'sizing',
  'stage',
  'steps',
  'story',
  'strip',
  'theme',
  'ticks',
  'timeline',
  'toolbar',
  'tour',
  'words',
  'writer',
].forEach(function (name) {
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = new URL(`${name}.js`, /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  document.head.append(link);
});
