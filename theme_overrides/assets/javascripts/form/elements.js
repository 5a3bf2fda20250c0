// The elements of which the form is made.

/** An element with its text. @param {string} name @param {string} [content] @param {string} [className] */
export function element(name, content = '', className = '') {
  const made = document.createElement(name);
  made.textContent = content;
  made.className = className;
  return made;
}

/** @param {string} content @param {() => void} click */
export function button(content, click) {
  const made = /** @type {HTMLButtonElement} */ (element('button', content));
  made.type = 'button';
  made.addEventListener('click', click);
  return made;
}
