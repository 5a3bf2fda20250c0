// The address of a forge's page for a new file, filled in where an address holds the text; nothing where the repository
// is not on a forge that we know.

// Longer addresses are refused by forges and by browsers' own lists.
const LONGEST = 7000;

/**
 * @param {string} repository its address (`repo_url`)
 * @param {string} edit how its pages for editing begin (`edit_uri`), such as `edit/main/`
 * @param {string} path the new file's path in the repository
 * @param {string} text
 * @returns {{address: string, isFilled: boolean} | null}
 */
export function newFile(repository, edit, path, text) {
  if (!/^https?:\/\//i.test(repository)) return null;
  const base = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const host = new URL(base).hostname;
  const gitlab = /(^|\.)gitlab\./.test(host) || edit.startsWith('-/');
  if (!gitlab && !/(^|\.)github\./.test(host)) return null;
  const branch = /^(?:\/?-\/)?\/?(?:edit|blob|raw|src)\/([^/]+)\//.exec(edit)?.[1] ?? 'main';
  const cut = path.lastIndexOf('/');
  const [folder, file] = [path.slice(0, cut), path.slice(cut + 1)];
  const below = folder.split('/').map(encodeURIComponent).join('/');
  const [named, content] = gitlab
    ? [`${base}/-/new/${branch}?file_name=${encodeURIComponent(path)}`, 'content']
    : [`${base}/new/${branch}/${below}?filename=${encodeURIComponent(file)}`, 'value'];
  const filled = `${named}&${content}=${encodeURIComponent(text)}`;
  return filled.length > LONGEST ? { address: named, isFilled: false } : { address: filled, isFilled: true };
}
