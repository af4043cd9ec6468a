// For hosts whose pages are written with React 19. Apart from the other types: those who have no React have no types of it.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Authorize } from '../core/authorize.js';
import type { MySeances } from './my-seances.js';
import type { SeanceAdmin } from './seance-admin.js';
import type { SeanceTool, SeanceToolEvents } from './seance-tool.js';

/** What is written on every element: attributes, which a server writes as a browser does. */
interface Attributes {
  /** Where the host mounted the plugin. */
  'base-url': string;
  /** A BCP 47 tag. Default: `fr`. */
  locale?: string | undefined;
}

/** What React sets as a property: there is no attribute for it. */
interface Authorizing {
  /** Says who asks: another function with each rendering asks nothing again. */
  authorize?: Authorize | undefined;
}

/** Of elements that keep what they show in the page's address. */
interface Addressed {
  /** Default: `page`. */
  address?: 'page' | 'none' | undefined;
}

/** React 19 listens for the event whose name follows `on`. */
type Listeners = {
  [Name in keyof SeanceToolEvents as `on${Name}`]?: ((event: SeanceToolEvents[Name]) => void) | undefined;
};

type Html<Of extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<Of>, Of>;

export type MySeancesProps = Html<MySeances> & Attributes & Authorizing;

export type SeanceAdminProps = Html<SeanceAdmin> & Attributes & Authorizing & Addressed;

export type SeanceToolProps = Html<SeanceTool> &
  Attributes &
  Authorizing &
  Addressed &
  Listeners & { space: string };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as React declares it
  namespace JSX {
    interface IntrinsicElements {
      'my-seances': MySeancesProps;
      'seance-admin': SeanceAdminProps;
      'seance-tool': SeanceToolProps;
    }
  }
}
