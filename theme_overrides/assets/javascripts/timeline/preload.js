// Fetches the timeline's modules side by side, and not one after another as each names the next. On a phone that waits
// until the page can be read: there the timeline stands below, and all has to pass one narrow line. A plain script.

(function () {
  'use strict';
  var own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  var wide = matchMedia('(min-width: 561px)').matches;
  var FEW = 6; // that a slow processor asks for without a pause that one notices

  window.datelineShown = new Promise(function (done) {
    if (wide || document.readyState === 'complete') return done();
    window.addEventListener('load', function () {
      // What nobody sees is never painted, and not every browser says when it was.
      if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes('paint')) return done();
      new PerformanceObserver(function (_, observer) {
        observer.disconnect();
        done();
      }).observe({ type: 'paint', buffered: true });
    });
  });

  /** @param {string} name */
  function preload(name) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(`${name}.js`, own).href;
    document.head.append(link);
  }

  var modules = [
    'address',
    'axis',
    'breaking',
    'breath',
    'card',
    'chosen',
    'controller',
    'data',
    'dayinwords',
    'dom',
    'draw',
    'edges',
    'events',
    'failed',
    'filter',
    'filters',
    'fitting',
    'geometry',
    'input',
    'known',
    'lanes',
    'layout',
    'legend',
    'menu',
    'model',
    'motion',
    'ondemand',
    'overview',
    'pagelist',
    'paint',
    'placing',
    'pointing',
    'print',
    'ratio',
    'scale',
    'scrubber',
    'sizing',
    'spans',
    'stage',
    'steps',
    'strip',
    'telling',
    'theme',
    'ticklabels',
    'ticks',
    'timeline',
    'toolbar',
    'tour',
    'words',
    'writer',
  ];
  function next() {
    modules.splice(0, wide ? modules.length : FEW).forEach(preload);
    if (modules.length) setTimeout(next);
  }

  if (wide) next();
  else
    window.datelineShown.then(function () {
      /** @type {NodeListOf<HTMLLinkElement>} */
      var data = document.querySelectorAll('link[as=fetch][media]');
      for (var i = 0; i < data.length; i++) data[i].media = 'all';
      next();
    });
})();
