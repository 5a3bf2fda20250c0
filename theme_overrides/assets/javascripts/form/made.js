// A file that the form has made, with what can be done with it: copy it, download it, open the forge's page for it.

/** @import { Made } from './record.js' */

import { say } from '../timeline/words.js';
import { button, element } from './elements.js';
import { newFile } from './forge.js';
import { yaml } from './yaml.js';

const KEPT = 1000; // milliseconds for which a download's content is there

/**
 * The file as a part of the page.
 * @param {Made} made
 * @param {DOMStringMap} project where its repository is, and where one edits there
 * @param {(words: string) => void} tell
 */
export function fileOf({ path, id, fields }, { repository = '', edit = '' }, tell) {
  const content = yaml(fields);
  const part = element('div', '', 'dl-form__file');
  const code = element('pre', content);
  code.tabIndex = 0;
  code.ariaLabel = path;
  code.setAttribute('role', 'region');
  const deeds = element('p', '', 'dl-form__do');
  const copy = button(say('form-copy'), async () =>
    tell(say((await isCopied(content)) ? 'form-copied' : 'form-not-copied')),
  );
  deeds.append(
    copy,
    ' ',
    button(say('form-download'), () => download(`${id}.yaml`, content)),
  );
  const page = newFile(repository, edit, path, content);
  if (page) {
    const link = /** @type {HTMLAnchorElement} */ (element('a', say('form-propose')));
    link.href = page.address;
    link.rel = 'noreferrer';
    deeds.append(' ', link);
    if (!page.isFilled) deeds.append(' ', element('span', say('form-propose-long'), 'dl-note'));
  }
  part.append(element('h3', path), code, deeds);
  return part;
}

/** @param {string} content */
async function isCopied(content) {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string} content
 */
function download(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
