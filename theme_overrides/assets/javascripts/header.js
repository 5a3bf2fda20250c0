{# What works by scripts alone, and is the same on every page: the choice of a scheme, the search, and the settings of
   the theme's own script. It is put in its place by this script, and not repeated in every page. #}
{% import "partials/language.html" as lang with context %}
{% set features = config.theme.features or [] %}
{% set markup %}
{% if config.theme.palette and config.theme.palette is not mapping %}{% include "partials/palette.html" %}{% endif %}
{% if searchable %}{% include "partials/search.html" %}{% endif %}
{% endset %}
{% set words = namespace(all={}) %}
{% for key in ["clipboard.copy", "clipboard.copied"] %}{% set _ = words.all.update({key: lang.t(key)}) %}{% endfor %}
(function () {
  'use strict';
  document.currentScript.insertAdjacentHTML('beforebegin', {{ markup | trim | tojson }});

  // The scheme that a reader chose, before the first paint.
  var chosen = window.__md_get('__palette');
  var color = chosen && chosen.color;
  if (color && color.media === '(prefers-color-scheme)') {
    var scheme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + scheme + ")']");
    color = input && {};
    if (input) ['media', 'scheme', 'primary', 'accent'].forEach(function (part) {
      color[part] = input.getAttribute('data-md-color-' + part);
    });
  }
  Object.keys(color || {}).forEach(function (part) {
    document.body.setAttribute('data-md-color-' + part, color[part]);
  });

  var settings = document.createElement('script');
  settings.id = '__config';
  settings.type = 'application/json';
  settings.textContent = JSON.stringify(Object.assign({{ {"features": features, "translations": words.all} | tojson }}, {
    base: window.__md_scope.href,
  }));
  document.head.append(settings);
})();

{% if searchable %}{% include "assets/javascripts/search/stub.js" %}{% endif %}
