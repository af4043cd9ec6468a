/** The module that a host's page loads: it defines `<seance-tool>`. */
export { SeanceTool } from './seance-tool/seance-tool.js';
