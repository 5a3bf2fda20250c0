// What the theme's own script expects to find: where the site lies, and how choices are kept between visits. A plain
// script in the head, for the theme's runs before any module does.

(function () {
  'use strict';
  window.__md_scope = new URL('../..', /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /**
   * @param {string} key
   * @param {URL} [scope]
   */
  function name(key, scope) {
    return `${(scope || window.__md_scope).pathname}.${key}`;
  }

  window.__md_hash = function (text) {
    var sum = 0;
    for (var sign of text) sum = (sum << 5) - sum + sign.charCodeAt(0);
    return sum;
  };

  window.__md_get = function (key, storage, scope) {
    try {
      return JSON.parse((storage || localStorage).getItem(name(key, scope)) || 'null');
    } catch {
      return null;
    }
  };

  window.__md_set = function (key, value, storage, scope) {
    try {
      (storage || localStorage).setItem(name(key, scope), JSON.stringify(value));
    } catch {
      // Nothing may be kept: then the choice holds for this page.
    }
  };

  // Without an observer of sizes, the theme would fetch one from a third party.
  if (!window.ResizeObserver) {
    const nothing = function () {};
    const observer = function () {
      return { observe: nothing, unobserve: nothing, disconnect: nothing };
    };
    Object.assign(window, { ResizeObserver: Object.assign(observer, { missing: true }) });
  }
})();
