/** A cloud with the collections and the function of these tests. */
import { join } from 'node:path';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../support/local-cloud';

export function startTestCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  return startLocalCloud({
    strict: false,
    collections: join(__dirname, '../collections.json'),
    functions: join(__dirname, '../functions'),
    ...options,
  });
}

/** The code of what a promise rejects with, and its message; 'fulfilled' when it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'fulfilled';
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return `${code} ${message}`;
  }
}

/** Calls the probe as somebody; gives the raw answer. */
export async function probe(cloud: LocalCloud, openid: string, event: object): Promise<{ result?: Record<string, unknown>; code?: string; message?: string; requestId?: string }> {
  const response = await fetch(`${cloud.url}/fn/probe`, {
    method: 'POST',
    headers: { 'x-host-key': cloud.key, 'x-wx-openid': openid },
    body: JSON.stringify(event),
  });
  return (await response.json()) as never;
}
