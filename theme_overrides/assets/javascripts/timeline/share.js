// Links and frames that show the present view elsewhere.

/** The address of the page for frames, with the present view and the page's scope. */
export function embedAddress(page, embed, scope) {
  const found = new URL(embed, page);
  const query = new URL(page).searchParams;
  if (scope) query.set('scope', scope);
  found.search = query.toString();
  return found.href;
}

/** The HTML that shows an address in a frame. */
export function frameCode(address) {
  const quoted = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${quoted}" width="100%" height="560" style="border:0" title="Timeline" loading="lazy"></iframe>`;
}

/** Put words on the clipboard; false where the browser does not let us. */
export const copy = (words) => navigator.clipboard?.writeText(words).then(() => true, () => false) ?? Promise.resolve(false);
