// Fetches the timeline's modules side by side, and not one after another as each names the next. A plain script.

[
  'address',
  'card',
  'chosen',
  'data',
  'dom',
  'draw',
  'edges',
  'events',
  'facets',
  'filter',
  'input',
  'known',
  'layout',
  'list',
  'model',
  'motion',
  'overview',
  'paint',
  'scale',
  'scrubber',
  'spans',
  'stage',
  'theme',
  'ticks',
  'toolbar',
  'words',
].forEach(function (name) {
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = new URL(`${name}.js`, /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  document.head.append(link);
});
