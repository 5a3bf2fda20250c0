// Where the timeline cannot be drawn, says why in its place. A plain script, for it has to run where modules do not.

(function () {
  'use strict';
  var MODULES = '/javascripts/timeline/';
  var disk = location.protocol === 'file:';
  var failed = disk || !able();

  /** Whether the browser has what the modules use without asking; see the page on browsers. */
  function able() {
    return (
      'noModule' in document.createElement('script') &&
      !('missing' in ResizeObserver) &&
      !!window.AbortController &&
      !!Array.prototype.at &&
      !!Array.prototype.findLast &&
      !!String.prototype.replaceAll &&
      !!Element.prototype.replaceChildren &&
      !!window.Intl &&
      !!Intl.PluralRules &&
      'roundRect' in CanvasRenderingContext2D.prototype
    );
  }

  /** Put the reason in the place of each timeline; main.js then finds none. */
  function giveUp() {
    /** @type {NodeListOf<HTMLElement>} */
    var views = document.querySelectorAll('[data-timeline]');
    /** @type {NodeListOf<HTMLElement>} */
    var reasons = document.querySelectorAll(disk ? '.dl-why--disk' : '.dl-why--browser');
    for (var i = 0; i < views.length; i++) {
      views[i].removeAttribute('data-timeline');
      views[i].classList.add('dl-view--failed');
      views[i].textContent = '';
      views[i].hidden = true;
      reasons[i].hidden = false;
    }
  }

  /** No web server turns a folder's address into that of its page. */
  function nameFiles() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    var links = document.querySelectorAll('a[href]');
    for (var i = 0; i < links.length; i++) {
      if (links[i].protocol === 'file:' && /\/$/.test(links[i].pathname)) links[i].pathname += 'index.html';
    }
  }

  /** What was not loaded may be there the next time. */
  function offerRetry() {
    /** @type {NodeListOf<HTMLElement>} */
    var buttons = document.querySelectorAll('.dl-why__retry');
    for (var i = 0; i < buttons.length; i++)
      buttons[i].onclick = function () {
        location.reload();
      };
  }

  function start() {
    offerRetry();
    if (failed) giveUp();
    if (disk) nameFiles();
  }

  // A module that is missing, not understood, or fails before its timeline has once come to rest.
  window.addEventListener(
    'error',
    function (event) {
      var source = /** @type {HTMLScriptElement | null} */ (event.target);
      var from = event.filename || (source && source.tagName === 'SCRIPT' && source.src) || '';
      if (from.indexOf(MODULES) < 0 || document.querySelector('[data-timeline][data-settled]')) return;
      failed = true;
      giveUp();
    },
    true,
  );

  if (window.document$) window.document$.subscribe(start);
  else start();
})();
