/** The module of the page that a check-in code leads to. What it loads is apart, and makes no other first load larger. */
import('./attendance/check-in-page.js').catch(reportError);
