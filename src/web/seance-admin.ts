/** The module that a host's administration page loads: it defines `<seance-admin>`. */
export { SeanceAdmin } from './seance-admin/seance-admin.js';
