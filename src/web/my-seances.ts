/** The module that a host's home page loads: it defines `<my-seances>`. */
export { MySeances } from './my-seances/my-seances.js';
