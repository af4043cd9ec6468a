import { expect } from 'chai';
import type { Lms } from './lms/lms.js';
import type { Launch } from './lms/platform.js';
import { Walker } from './lms/walker.js';
import type { LtiTool } from './lti-tool.js';

/** A course of the tool, as somebody is in it who was launched. */
export interface CourseVisit {
  /** Such as `/spaces/ID`, below the API. */
  readonly space: string;
  /** Asks the API below the space; with a body, by POST unless `method` says otherwise. */
  readonly ask: <T>(path: string, body?: object, method?: string) => Promise<T>;
  /** Asks the API itself. */
  readonly askAll: CourseVisit['ask'];
}

/** Launches somebody into a course, as a browser does. */
export async function visitCourse(lms: Lms, tool: LtiTool, launch: Partial<Launch>): Promise<CourseVisit> {
  const answer = await new Walker(lms).walk(lms.launchUrl(launch));
  const { pathname, hash } = new URL(answer.headers.get('location') ?? '');
  const authorization = `Bearer ${new URLSearchParams(hash.slice(1)).get('session') ?? ''}`;
  const space = pathname.replace('/lti', '');
  const askAll = async <T>(path: string, body?: object, method = 'POST'): Promise<T> => {
    const response = await fetch(`${tool.url}/plugins/seances/api/v1${path}`, {
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { method, body: JSON.stringify(body) }),
    });
    const said = await response.text();
    expect(response.status, `${path}: ${said}`).to.be.within(200, 299);
    return (said === '' ? undefined : JSON.parse(said)) as T;
  };
  return { space, askAll, ask: (path, body, method) => askAll(`${space}${path}`, body, method) };
}
