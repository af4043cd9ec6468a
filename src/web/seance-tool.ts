/** The module that a host's page loads: it defines `<seance-tool>`. */
export { SeanceTool } from './elements/seance-tool.js';
export type { SeanceToolEvents } from './events.js';
