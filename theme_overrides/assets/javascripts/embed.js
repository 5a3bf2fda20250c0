// The frame follows the reader's scheme, as the site does.

(function () {
  'use strict';
  var dark = matchMedia('(prefers-color-scheme: dark)');
  function follow() {
    document.body.setAttribute('data-md-color-scheme', dark.matches ? 'slate' : 'default');
  }
  document.documentElement.classList.remove('no-js');
  dark.addEventListener('change', follow);
  follow();
})();
