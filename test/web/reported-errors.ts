/** Collects what is reported to the page, which Node has not, for the tests of one `describe`. */
export function collectReports(): readonly unknown[] {
  const reported: unknown[] = [];
  const page = globalThis as { reportError?: (error: unknown) => void };
  beforeEach(() => {
    reported.length = 0;
    page.reportError = (error) => void reported.push(error);
  });
  afterEach(() => delete page.reportError);
  return reported;
}
