/** Where the page keeps its options: a block of data, which a browser never runs. */
export const OPTIONS_ID = 'explorer-options';

/**
 * The only script of ours in the page. It is a file without any data in it, so that the policy needs neither
 * 'unsafe-inline' nor a nonce, and the browser may keep it. It is text, because the build copies no other files.
 */
export const BOOT_SCRIPT = `
const { altair, loadSchema } = JSON.parse(document.getElementById('${OPTIONS_ID}').textContent);

// It refuses an address without a host, and only the browser knows by which host it came.
for (const target of [altair, ...altair.initialWindows]) {
  target.endpointURL = new URL(target.endpointURL, location.origin).href;
}

AltairGraphQL.init(altair);

// After fifty requests it would ask for a donation to its makers, and no setting says otherwise.
getAltairConfig().donation.action_count_threshold = Infinity;

// Its own "reload schema on start" asks for every tab at once, and before their headers are there.
const asked = new WeakSet();
const loadSchemaOfShownTab = () => {
  const reload = document.querySelector('app-window:not(.hide) [track-id=reload_docs]');
  if (reload === null || asked.has(reload)) return;
  asked.add(reload);
  reload.click();
};

// It ends on the last of the tabs that it opens; a newcomer reads from the first, unless they were quicker.
let settled = false;
const settle = () => {
  if (settled) return;
  settled = true;
  opening.disconnect();
  if (loadSchema) new MutationObserver(loadSchemaOfShownTab).observe(document.body, { childList: true, subtree: true });
};
const opening = new MutationObserver(() => {
  const tabs = [...document.querySelectorAll('app-window-switcher-item .window-switcher__item')];
  if (tabs.length < altair.initialWindows.length || !tabs.at(-1)?.matches('.window-switcher__item--active')) return;
  settle();
  tabs[0].click();
});
opening.observe(document.body, { attributeFilter: ['class'], childList: true, subtree: true });
addEventListener('pointerdown', settle, { capture: true, once: true });
`;
