import type { AltairConfigOptions } from 'altair-static';
import { escapedHtml } from '../../documents/index.ts';
import { OPTIONS_ID } from './boot.ts';

export interface ExplorerTab {
  title: string;
  query: string;
  variables?: string;
  headers?: Record<string, string>;
}

export interface PageContent {
  tabs: readonly ExplorerTab[];
  language: 'en-US' | 'zh-CN';
}

export interface PageFrame {
  /** Altair's own index.html. */
  template: string;
  title: string;
  /** The folder that the page's relative addresses start from, with a slash at its end. */
  base: string;
  bootScript: string;
  endpoint: string;
  loadSchema: boolean;
}

function altairOptions(endpoint: string, { tabs, language }: PageContent): AltairConfigOptions {
  const settings = {
    language,
    'alert.disableUpdateNotification': true,
    'banners.disable': true, // advertisements
    enableTablistScrollbar: true, // more tabs than fit are out of reach of a mouse otherwise
    'plugin.list': [], // plugins come from a CDN
  };
  return {
    endpointURL: endpoint, // for a tab that the person opens
    initialWindows: tabs.map((tab) => ({
      initialName: tab.title,
      endpointURL: endpoint,
      initialQuery: tab.query,
      initialVariables: tab.variables ?? '{}',
      initialHeaders: tab.headers ?? {},
    })),
    initialSettings: settings,
    // State that an earlier visit left in the browser holds tokens of an earlier start.
    preserveState: false,
    instanceStorageNamespace: 'explorer_',
    disableAccount: true,
  };
}

/** JSON that stays inside its script element: without "<" there is no end tag and no comment. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A replacement that finds nothing would only show as an explorer that stays white: so it fails at start. */
function replaced(html: string, place: RegExp, by: string): string {
  if (!place.test(html))
    throw new Error(`altair-static's index.html has no ${place}: adapt the explorer to this version`);
  return html.replace(place, () => by); // a function, for "$" means something in a replacement that is text
}

// Scripts before and after a request run by eval, which the policy refuses: the request would wait for ever.
const WITHOUT_SCRIPTS = `<style>
      app-query-editor .ant-tabs-nav-list > .ant-tabs-tab:is(:nth-child(2), :nth-child(3)) { display: none; }
    </style>
  </head>`;

/** The frame is made once, at start; the answer is a function that fills it for each visit. */
export function explorerPage(frame: PageFrame): (content: PageContent) => string {
  const { template, title, base, bootScript, endpoint, loadSchema } = frame;
  const titled = replaced(template, /<title>.*?<\/title>/, `<title>${escapedHtml(title)}</title>`);
  const based = replaced(titled, /<base [^>]*>/, `<base href="${escapedHtml(base)}">`);
  const styled = replaced(based, /<\/head>/, WITHOUT_SCRIPTS);
  const booting = replaced(
    styled,
    /<\/body>/,
    `<script type="module" src="${escapedHtml(bootScript)}"></script>\n</body>`,
  );

  const end = booting.lastIndexOf('</body>');
  const [before, after] = [booting.slice(0, end), booting.slice(end)];
  return (content) => {
    const options = asData({ altair: altairOptions(endpoint, content), loadSchema });
    return `${before}<script type="application/json" id="${OPTIONS_ID}">${options}</script>\n${after}`;
  };
}
