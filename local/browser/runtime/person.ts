/** Who holds the phone, and what the server told the page (`#host-data` in index.html). */

export interface Persona {
  id: string;
  openid: string;
  name: string;
  title: string;
}

export interface HostData {
  hostKey: string;
  personas: Persona[];
}

export const hostData: HostData = readHostData();

/** `?as=<id>`; without it the first persona. */
export const person: Persona = choose(new URLSearchParams(location.search).get('as'));

/** The address of the host as somebody else, on the page that is open or the first one. */
export function addressAs(id: string): string {
  const address = new URL(location.href);
  address.searchParams.set('as', id);
  address.hash = '';
  return address.href;
}

/** Headers of every request to the local cloud. */
export function cloudHeaders(): Record<string, string> {
  return { 'x-wx-openid': person.openid, 'x-host-key': hostData.hostKey };
}

function readHostData(): HostData {
  const text = document.getElementById('host-data')?.textContent ?? '';
  return text.startsWith('{') ? (JSON.parse(text) as HostData) : { hostKey: '', personas: [] };
}

function choose(id: string | null): Persona {
  const [first] = hostData.personas;
  const found = hostData.personas.find((persona) => persona.id === id);
  return found ?? first ?? { id: id ?? 'guest', openid: `demo-${id ?? 'guest'}`, name: '访客', title: '' };
}
