// Fetches the timeline's modules side by side, and not one after another as each names the next. A plain script.

[
  'address',
  'breaking',
  'caption',
  'card',
  'chosen',
  'controller',
  'data',
  'dom',
  'draw',
  'edges',
  'events',
  'facets',
  'filter',
  'frame',
  'hint',
  'input',
  'known',
  'layout',
  'list',
  'model',
  'motion',
  'overview',
  'paint',
  'placing',
  'ratio',
  'scale',
  'scrubber',
  'sizing',
  'spans',
  'stage',
  'story',
  'strip',
  'theme',
  'ticks',
  'timeline',
  'toolbar',
  'words',
  'writer',
].forEach(function (name) {
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = new URL(`${name}.js`, /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  document.head.append(link);
});
